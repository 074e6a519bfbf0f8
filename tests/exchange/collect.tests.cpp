#include "desk_in_test.hpp"
#include "exchange/parcel_columns.hpp"
#include "exchange/programme_file.hpp"
#include "hostile_zip.hpp"
#include "random_programme.hpp"
#include "store/store_fixture.hpp"

#include <algorithm>
#include <set>

using namespace refectory;
using test::lunch;

namespace {

KeyedAnswer answer(std::uint8_t key, std::string words)
{
    KeyedAnswer one{{}, {AnswerKind::question, lunch, {}, {}, std::move(words)}};
    one.key.fill(key);
    return one;
}

MadeOrigin with_sign_ups(int count, const std::string& origin = "MC-ADULTS.AAAA")
{
    MadeOrigin made{Origin{origin}};
    made.add(OriginBegun{origin.substr(0, origin.find('.')), 1, {}, OriginReason::set_up});
    for (int i = 0; i < count; ++i) made.add(SignUp{lunch, PersonId{i + 1}});
    return made;
}

}

TEST_CASE("What a kiosk recorded stands at the desk as it was recorded")
{
    const Folder folder;
    const auto store = exporting_store(folder / "data");
    test::added(*store, lunch, "Wilhelmina Quartermaine");
    REQUIRE(store->refuse({RefusalReason::not_ours, {}, {}}, test::morning, ClockTrust::trusted));
    const auto visit = store->visits().check_in({test::okafor, lunch, Means::pass, PassNumber{7}, 3}, test::morning, ClockTrust::trusted).value();
    REQUIRE(store->visits().check_out(visit, test::okafor, Means::pass, {{}, Face::useful, "A frank talk", true}, test::morning,
                                      ClockTrust::untrusted));
    REQUIRE(store->answers().record({AnswerKind::question, lunch, {}, {}, "Why?"}));
    DeskInTest desk;
    const auto parcel = export_of(*store, folder.path(), test::morning).value();
    const auto report = desk.collect({parcel});
    SQLite::Database kiosk{(folder / "data/kiosk.db").string(), SQLite::OPEN_READONLY};
    const auto facts = kiosk.execAndGet("SELECT count(*) FROM fact WHERE kind <> 'parcel_written'").getInt64();  // recorded when it stood
    CHECK(taken(report).merged.facts == facts);
    CHECK(taken(report).merged.answers == 1);
    CHECK(taken(report).merged.known == 0);
    CHECK(desk.text("SELECT name FROM added_name") == "Wilhelmina Quartermaine");
    CHECK(desk.text("SELECT words FROM remark") == "A frank talk");
    CHECK(desk.text("SELECT words FROM answer") == "Why?");
    desk.database->handle().exec("ATTACH '" + (folder / "data/kiosk.db").string() + "' AS kiosk");
    CHECK(desk.number("SELECT count(*) FROM (SELECT * FROM main.fact EXCEPT SELECT * FROM kiosk.fact)") == 0);
    for (const auto& table : fact_tables()) {
        if (!is_of_a_kiosk(table.name)) continue;
        const std::string name{table.name};
        if (name == ParcelWritten::table) continue;
        CHECK(desk.number("SELECT count(*) FROM (SELECT * FROM kiosk." + name + " EXCEPT SELECT * FROM main." + name + ")") == 0);
        CHECK(desk.number("SELECT count(*) FROM main." + name) == desk.number("SELECT count(*) FROM kiosk." + name));
    }
    const auto held = Holdings{*desk.database}.origins();
    REQUIRE(held.size() == 1);
    CHECK(held[0].kiosk == "MC-ADULTS");
    CHECK(held[0].facts_up_to == facts);
    REQUIRE(held[0].newest_parcel);
    CHECK(held[0].newest_parcel->number == 1);
    CHECK(is_known(desk.collect({parcel})));
    REQUIRE(store->sign_ups().sign_up(lunch, test::raman, test::morning, ClockTrust::trusted));
    const auto more = desk.collect({export_of(*store, folder.path(), test::morning).value()});
    CHECK(taken(more).merged.facts == 3);  // and that there was an export before
    CHECK(taken(more).merged.known == facts + 1);  // no receipt has come: all of it leaves again, the question too
}

TEST_CASE("A parcel whose rows were all here is known though its file is another")
{
    const Folder folder;
    DeskInTest desk;
    const auto made = with_sign_ups(5);
    taken(desk.collect({written(parcel_of(made), folder.path())}));
    const auto before = desk.number("SELECT count(*) FROM fact");
    CHECK(is_known(desk.collect({written(parcel_of(made, 2), folder.path())})));
    CHECK(desk.number("SELECT count(*) FROM fact") == before);
    CHECK(desk.number("SELECT count(*) FROM parcel") == 2);
    CHECK(Holdings{*desk.database}.origins().front().newest_parcel->number == 2);
}

TEST_CASE("Of two facts under one number the smaller hash stands whichever came first")
{
    const Folder folder;
    const auto trunk = with_sign_ups(3);
    auto left = trunk, right = trunk.fork_behind(4);
    const auto visit = left.add(CheckIn{PersonId{1}, lunch, Means::pass, PassNumber{7}, 3});
    left.add(VisitFeedback{visit, Face::useful, true, false});
    right.add(SignUp{lunch, PersonId{99}});
    right.add(AdminEntry{AdminAction::entered, {}});
    auto left_parcel = parcel_of(left, 1);
    left_parcel.remarks = {{{left.origin, 6}, "Left words"}};
    const auto one = written(left_parcel, folder.path()), other = written(parcel_of(right, 2), folder.path());
    DeskInTest desk, mirror;
    desk.collect({one});
    const auto second = desk.collect({other});
    CHECK(taken(second).merged.conflicts == 2);
    CHECK(taken(second).merged.known == 4);
    CHECK(taken(second).merged.facts == 0);
    mirror.collect({other, one});
    CHECK(desk.says() == mirror.says());
    for (const std::size_t at : {4U, 5U}) {
        const auto& smaller = std::min(left.facts[at].row.hash, right.facts[at].row.hash);
        const auto& larger = std::max(left.facts[at].row.hash, right.facts[at].row.hash);
        const auto where = " WHERE seq = " + std::to_string(at + 1);
        CHECK(desk.text("SELECT lower(hex(hash)) FROM fact" + where) == to_hex(smaller));
        CHECK(desk.text("SELECT lower(hex(hash)) FROM conflict" + where) == to_hex(larger));
    }
    CHECK(desk.number("SELECT count(*) FROM conflict WHERE json_valid(fields)") == 2);
    CHECK(is_known(desk.collect({written(parcel_of(right, 3), folder.path())})));
    CHECK(desk.number("SELECT count(*) FROM remark") == 1);  // beside its own fact, whether that one stands or not
}

TEST_CASE("Words that were added to an answer after it had left stand whichever parcel comes first")
{
    const Folder folder;
    auto first = parcel_of(with_sign_ups(1), 1), second = parcel_of(with_sign_ups(1), 2);
    first.answers = {answer(1, ""), answer(2, "Why?")};
    second.answers = {answer(1, "Because"), answer(2, "Why?")};
    const auto one = written(first, folder.path()), other = written(second, folder.path());
    DeskInTest desk, mirror;
    desk.collect({one, other});
    mirror.collect({other, one});
    CHECK(desk.text("SELECT group_concat(words) FROM answer") == "Because,Why?");
    CHECK(desk.says() == mirror.says());
}

TEST_CASE("A parcel that is refused leaves nothing of it and the others go in")
{
    const Folder folder, stick;
    const auto good = with_sign_ups(5, "KC-EAST.GOOD");
    const auto made = with_sign_ups(6);
    const auto kept = written(parcel_of(good, 9), stick.path());
    const auto refused = [&](const MadeParcel& parcel, const KeyPair& key = kiosk_key(),
                             const std::string& recipient = our_age_keys().recipient) {
        const Folder own;
        const auto bad = written(parcel, own.path(), key, recipient);
        DeskInTest desk, clean;
        const auto report = desk.collect({bad, kept});
        CHECK(taken(report, 1).merged.facts == 6);
        clean.collect({kept});
        CHECK(desk.says() == clean.says());
        return refusal(report);
    };

    auto parcel = parcel_of(made);
    CHECK(refused(parcel, make_key_pair(seeded(77))).find("not signed") != std::string::npos);
    CHECK(refused(parcel, kiosk_key(), other_age_keys().recipient).find("somebody else") != std::string::npos);
    CHECK(refused(parcel_of(with_sign_ups(2, "MC-UNKNOWN.AAAA"))).find("not from a kiosk") != std::string::npos);

    parcel.facts.erase(parcel.facts.begin() + 3);
    CHECK(refused(parcel).find("gap behind number 3") != std::string::npos);
    parcel = parcel_of(made);
    parcel.facts.pop_back();
    CHECK(refused(parcel).find("says it does") != std::string::npos);
    parcel = parcel_of(made);
    parcel.facts.erase(parcel.facts.begin());
    CHECK(refused(parcel).find("says it does") != std::string::npos);
    parcel = parcel_of(made);
    parcel.header.facts_up_to = 3;
    CHECK(refused(parcel).find("says it does") != std::string::npos);
    parcel.facts.clear();
    CHECK(refused(parcel).find("says it does") != std::string::npos);
    parcel = parcel_of(made);
    parcel.facts.push_back(parcel.facts.back());
    CHECK(refused(parcel).find("Two facts") != std::string::npos);

    parcel = parcel_of(made);
    parcel.facts[2].row.values[1] = Value{std::int64_t{55}};
    CHECK(refused(parcel).find("do not follow from one another at number 3") != std::string::npos);
    parcel = parcel_of(made);
    parcel.facts[4].row.spine.at += milliseconds{1};
    CHECK(refused(parcel).find("do not follow from one another at number 5") != std::string::npos);
    parcel = parcel_of(made);
    parcel.facts[0].row.hash[0] ^= 1;
    CHECK(refused(parcel).find("do not follow from one another at number 1") != std::string::npos);

    parcel = parcel_of(made);
    parcel.names = {{ada, "Ada", "", ""}};
    CHECK(refused(parcel).find("belongs to nobody who was added") != std::string::npos);
    parcel = parcel_of(made);
    parcel.remarks = {{{made.origin, 2}, "Words"}};
    CHECK(refused(parcel).find("belong to no feedback") != std::string::npos);
    auto odd = made;
    odd.add(VisitFeedback{{made.origin, 1}, {}, false, false});
    odd.facts.back().row.values[3] = Value{std::int64_t{5}};
    odd.facts.back().row.hash = hash_of(made.facts.back().row.hash, odd.facts.back().row.spine, "visit_feedback", odd.facts.back().row.values);
    CHECK(refused(parcel_of(odd)).find("is no number that it can be") != std::string::npos);
}

TEST_CASE("A parcel of a disk that was put back brings both of its kiosk's origins and neither with a gap")
{
    const Folder folder;
    const auto before = with_sign_ups(5);
    MadeOrigin after{Origin{"MC-ADULTS.BBBB"}};
    after.add(OriginBegun{"MC-ADULTS", 2, before.origin, OriginReason::behind_mark});
    auto parcel = parcel_of(after);
    parcel.facts.insert(parcel.facts.begin(), before.facts.begin() + 2, before.facts.end());
    DeskInTest desk;
    CHECK(taken(desk.collect({written(parcel, folder.path())})).merged.facts == 5);
    parcel.facts.erase(parcel.facts.begin() + 1);
    parcel.header.number = 2;
    DeskInTest other;
    CHECK(refusal(other.collect({written(parcel, folder.path())})).find("gap behind number 3") != std::string::npos);
    MadeParcel nothing{{after.origin, "MC-ADULTS", 3, 2, 1, noon, ClockTrust::trusted, "0.1.0"}};
    nothing.answers = {answer(1, "Alone")};
    CHECK(taken(other.collect({written(nothing, folder.path())})).merged.answers == 1);
}

TEST_CASE("A parcel that was cut or changed on its way is refused and the whole one goes in after it")
{
    const Folder folder;
    const auto whole = written(parcel_of(with_sign_ups(400)), folder.path());
    const auto bytes = file_text(whole);
    DeskInTest desk;
    for (std::size_t at = 0; at < bytes.size(); at += bytes.size() / 9) {
        put_text(folder / "cut", bytes.substr(0, at));
        auto changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        put_text(folder / "changed", changed);
        const auto report = desk.collect({folder / "cut", folder / "changed"});
        CHECK(refusal(report, 0) != "(not refused)");
        CHECK(refusal(report, 1) != "(not refused)");
        CHECK(desk.number("SELECT (SELECT count(*) FROM fact) + (SELECT count(*) FROM parcel)") == 0);
    }
    CHECK(taken(desk.collect({whole})).merged.facts == 401);
}

TEST_CASE("A zip of very many or of wandering names or of links is refused before anything is kept")
{
    const Folder folder;
    DeskInTest desk, untouched;
    const auto put_parcel = [&](std::vector<ZipEntry> entries, std::vector<ManifestFile> files) {
        const Manifest manifest{std::string{parcel_format},
                                {{"kiosk", "MC-ADULTS"}, {"origin", "MC-ADULTS.AAAA"}, {"number", 1}, {"facts_from", 2}, {"facts_up_to", 1},
                                 {"written_at", to_milliseconds(noon)}, {"clock_is_trusted", 1}, {"written_by", "0.1.0"}},
                                std::move(files)};
        const auto zip = zip_of(signed_entries(write_manifest(manifest).value(), kiosk_key().secret_key, std::move(entries)));
        put_text(folder / "hostile", sealed_by_age(zip));
    };
    const auto collected = [&](std::vector<ZipEntry> entries, std::vector<ManifestFile> files) {
        put_parcel(std::move(entries), std::move(files));
        return refusal(desk.collect({folder / "hostile"}));
    };
    std::vector<ZipEntry> many;
    for (int i = 0; i < 100'000; ++i) many.push_back({"f" + std::to_string(i), ""});
    CHECK(collected(many, {}).find("tables that belong") != std::string::npos);
    std::vector<ManifestFile> tables;
    std::vector<ZipEntry> entries;
    for (const auto& table : fact_tables()) {
        if (!is_of_a_kiosk(table.name)) continue;
        std::string text;
        append_csv_record(text, fact_header(table));
        tables.push_back(true_manifest_file(fact_file(table), text));
        entries.push_back({fact_file(table), text});
    }
    for (const auto* name : {people_file, remarks_file, answers_file}) {
        const auto header = name == people_file ? csv_header<AddedName>() : name == remarks_file ? csv_header<Remark>() : csv_header<KeyedAnswer>();
        std::string text;
        append_csv_record(text, header);
        tables.push_back(true_manifest_file(name, text));
        entries.push_back({name, text});
    }
    put_parcel(entries, tables);
    REQUIRE(refusal(untouched.collect({folder / "hostile"})) == "(not refused)");
    auto wandering = entries;
    for (const auto* name : {"../sign_up.csv", "/etc/sign_up.csv", "a/../../b.csv", "..", "C:\\sign_up.csv"}) {
        wandering[5].name = name;
        const auto said = collected(wandering, tables);
        CAPTURE(name, said);
        CHECK(said.contains("does not belong"));
    }
    auto linked = entries;
    linked[5] = {entries[5].name, "", "/etc/passwd"};
    CHECK(collected(linked, tables).contains("damaged inside"));
    auto listed = tables;
    listed[5] = true_manifest_file(entries[5].name, "/etc/passwd");  // whoever holds the kiosk's key says that it belongs there
    CHECK(collected(linked, listed).contains("line 1, column 1"));  // it is no table
    auto followed = entries;
    for (int i = 0; i < 100'000; ++i) followed.push_back({"g" + std::to_string(i), ""});
    CHECK(collected(followed, tables) != "(not refused)");
    CHECK(desk.folder.names().size() <= 3);
    CHECK(desk.number("SELECT count(*) FROM parcel") == 0);
}

TEST_CASE("In a folder parcels are found at the root and one below and nothing else is opened")
{
    const Folder stick;
    std::filesystem::create_directories(stick / "exports/old");
    const auto made = with_sign_ups(5);
    const auto second = written(parcel_of(made, 2), stick / "exports"), first = written(parcel_of(made, 1, 1, 3), stick.path());
    written(parcel_of(made, 3), stick / "exports/old");
    const Folder elsewhere;
    const auto away = written(parcel_of(with_sign_ups(2, "KC-EAST.AWAY")), elsewhere.path());
    std::filesystem::create_symlink(away, stick / "refectory-KC-EAST-20261124-000009.zip.age");
    std::filesystem::create_directory_symlink(elsewhere.path(), stick / "linked");
    std::filesystem::create_symlink(stick.path(), stick / "round");
    ProgrammeMaker maker{1};
    REQUIRE(write_programme(maker.make(), stick.path(), our_age_keys().recipient, kiosk_key().secret_key));
    put_text(stick / "refectory-notes.txt", "Not opened");
    put_text(stick / "refectory-MC-ADULTS-20261124-000007.zip.age.part", "Not opened");
    REQUIRE(run_shell("mkfifo '" + (stick / "refectory-fifo.zip.age").string() + "'") == 0);
    DeskInTest desk;
    const auto report = desk.collect({stick.path()});
    REQUIRE(report.files.size() == 4);
    CHECK(report.files[0].file == first);
    CHECK(report.files[1].file == second);
    CHECK(taken(report, 0).merged.facts == 3);
    CHECK(taken(report, 1).merged.facts == 3);
    std::set<std::string> refused;  // and are not passed over unsaid
    for (const auto i : {std::size_t{2}, std::size_t{3}}) refused.insert(std::get<ParcelRefused>(report.files[i].outcome).sentence);
    CHECK(refused == std::set<std::string>{"That is a folder or a device, not a file.", "That is a link, not a file. It was not followed."});
    const auto again = desk.collect({stick.path()});
    CHECK(std::ranges::count_if(again.files, was_refused_before) == 2);
}

TEST_CASE("A parcel whose name was changed as copying changes it is found, and a programme beside it is passed over")
{
    const Folder stick;
    const auto parcel = written(parcel_of(with_sign_ups(2)), stick.path());
    const auto name = parcel.filename().string(), stem = name.substr(0, name.find(".zip"));
    std::string capitals = name;
    std::ranges::transform(capitals, capitals.begin(), [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    for (const auto& copy : {"Copy of " + name, stem + ".zip - Copy.age", stem + ".zip (1).age", capitals}) std::filesystem::copy_file(parcel, stick / copy);
    ProgrammeMaker maker{1};
    const auto programme = maker.make();
    REQUIRE(write_programme(programme, stick.path(), our_age_keys().recipient, kiosk_key().secret_key));
    DeskInTest desk;
    std::filesystem::copy_file(stick / programme_file_name(programme.header), stick / "REFECTORY-PROGRAMME-KC-EAST-000001.ZIP.AGE");
    std::filesystem::copy_file(stick / programme_file_name(programme.header), stick / "Refectory-Programme-KC-EAST-000001.zip.age");
    CHECK(desk.collect({stick.path()}).files.size() == 5);
    std::vector<std::filesystem::path> one_by_one;
    for (const auto& file : test::names_in(stick.path())) one_by_one.push_back(stick / file);
    REQUIRE(one_by_one.size() == 8);
    CHECK(desk.collect(one_by_one).files.size() == 5);
    CHECK(desk.number("SELECT count(*) FROM parcel") == 1);
}

TEST_CASE("What is larger than any parcel, or sealed to very many, is refused before it is looked through, and the others go in")
{
    const Folder folder;
    DeskInTest desk;
    const auto huge = folder / "refectory-AAA-20261124-000001.zip.age", sealed_to_many = folder / "refectory-BBB-20261124-000001.zip.age";
    put_text(huge, "");
    std::filesystem::resize_file(huge, std::uintmax_t{40} << 30);
    std::string header = "age-encryption.org/v1\n";
    while (header.size() < 200'000) header += "-> X25519 TEiF0ypqr+bpvcqXNyCVJpL7OuwPdVwPL7KQEbFDOCc\nEmECAEcKN+n/Vs9SbWiV+Hu0r+E8R77DdWYyd83nw7U\n";
    put_text(sealed_to_many, header + "--- /Vn8bJ6OI7sMVZtpf2s0oWzgKvNSYxVVBZKSPCQPjUc\n");
    const auto parcel = written(parcel_of(with_sign_ups(2)), folder.path());
    const auto report = desk.collect({folder.path()});
    REQUIRE(report.files.size() == 3);
    CHECK(refusal(report, 0) == "That file is larger than any parcel. Take it off the stick.");
    CHECK_FALSE(was_refused_before(report.files[0]));
    CHECK(was_refused_before(desk.collect({huge}).files[0]));
    CHECK(refusal(report, 1).find("not a sealed file") != std::string::npos);
    CHECK(taken(report, 2).merged.facts == 3);
}

TEST_CASE("Before each parcel it is told which one of how many it is")
{
    const Folder folder;
    DeskInTest desk;
    written(parcel_of(with_sign_ups(2)), folder.path());
    written(parcel_of(with_sign_ups(2, "KC-EAST.AAAA")), folder.path());
    std::vector<std::string> told;
    const std::vector paths{folder.path()};
    REQUIRE(collect(*desk.database, our_age_keys().identity, key_of, paths, noon, [&](std::size_t number, std::size_t count) {
        told.push_back(fmt::format("{} of {}", number, count));
    }));
    CHECK(told == std::vector<std::string>{"1 of 2", "2 of 2"});
}

TEST_CASE("A path that leads to no parcel is refused in words and waits for nothing")
{
    const Folder folder;
    DeskInTest desk;
    const auto parcel = written(parcel_of(with_sign_ups(2)), folder.path());
    std::filesystem::create_symlink(parcel, folder / "link");
    REQUIRE(run_shell("mkfifo '" + (folder / "fifo").string() + "'") == 0);
    put_text(folder / "text", "Good morning");
    std::filesystem::create_directory(folder / "empty");
    const auto report = desk.collect({folder / "absent", folder / "link", folder / "fifo", folder / "text", folder / "empty", "/dev/zero", parcel});
    REQUIRE(report.files.size() == 6);
    CHECK(refusal(report, 0).find("no such file") != std::string::npos);
    CHECK(refusal(report, 1).find("a link") != std::string::npos);
    CHECK(refusal(report, 2).find("a folder or a device") != std::string::npos);
    CHECK(refusal(report, 3).find("not a sealed file") != std::string::npos);
    CHECK(refusal(report, 4).find("a folder or a device") != std::string::npos);
    CHECK(taken(report, 5).merged.facts == 3);
    CHECK_FALSE(collect(*desk.database, "no key", key_of, std::vector{parcel}, noon));
}
