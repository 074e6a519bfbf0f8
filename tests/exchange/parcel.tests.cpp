#include "exchange/parcel_columns.hpp"
#include "hostile_zip.hpp"
#include "parcel_maker.hpp"
#include "store/store_fixture.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <set>

using namespace refectory;
namespace at_kiosk = refectory::test;
using at_kiosk::lunch;
using at_kiosk::trusted;

namespace {

const std::string dangerous[] = {"=1+1",  "+44 7700 900123", "-2",       "@SUM(A1)", "\tTab",        "\rReturn", "\nLine",
                                 "'quoted", "\"Marks\", and; more", "Łukasz d’Arcy", "one\r\ntwo", " blanks "};

// A day at a kiosk, with every text that a spreadsheet would run among the words.
std::unique_ptr<KioskStore> a_day(const std::filesystem::path& folder, const std::string& recipient = our_age_keys().recipient)
{
    auto store = exporting_store(folder, recipient);
    at_kiosk::added(*store, lunch, "Wilhelmina Quartermaine");
    at_kiosk::added(*store, lunch, "=cmd Bartholomew");
    REQUIRE(store->sign_ups().sign_up(lunch, at_kiosk::raman, at_kiosk::morning, trusted));
    const auto visit = store->visits().check_in({at_kiosk::okafor, lunch, Means::pass, PassNumber{7}, 3}, at_kiosk::morning, trusted).value();
    REQUIRE(store->visits().check_out(visit, at_kiosk::okafor, Means::pass, {{{ObjectiveNumber{1}, Outcome::met}}, Face::useful, "-a frank talk", true},
                                      at_kiosk::morning + std::chrono::hours{1}, trusted));
    for (const auto& words : dangerous) REQUIRE(store->answers().record({AnswerKind::question, lunch, {}, {}, words}));
    return store;
}

struct Plain {
    std::filesystem::path folder;
    std::string run(const std::string& command) const
    {
        REQUIRE(run_shell("cd " + folder.string() + " && { " + command + "; } > said.txt 2> errors.txt") == 0);
        return file_text(folder / "said.txt");
    }
};

// Opened by programs that are not ours.
Plain opened_by_others(const std::filesystem::path& parcel, const Folder& folder)
{
    const Plain plain{folder.path()};
    put_text(folder / "key", our_age_keys().identity + "\n");
    plain.run("age -d -i key -o parcel.zip '" + parcel.string() + "' && unzip -q parcel.zip -d files");
    return plain;
}

struct Read {
    std::vector<StoredFact> facts;
    std::vector<AddedName> names;
    std::vector<Remark> remarks;
    std::vector<KeyedAnswer> answers;
};

Result<Read> read_all(const std::filesystem::path& file)
{
    Read read;
    const auto keep = [](auto& rows) {
        return [&rows](const auto& row) -> Result<> {
            rows.push_back(row);
            return {};
        };
    };
    const ParcelSink sink{[](const ParcelHeader&) -> Result<> { return {}; },
                          [&](const FactTable& table, const FactRow& row) -> Result<> {
                              read.facts.push_back({&table, row});
                              return {};
                          },
                          keep(read.names), keep(read.remarks), keep(read.answers)};
    REFECTORY_TRY(read_parcel(file, our_age_keys().identity, key_of, sink));
    return read;
}

// The parts of a true parcel, to be altered and signed again.
struct Parts {
    std::string manifest;
    std::vector<ZipEntry> files;

    std::string& text(const std::string& name) { return std::ranges::find(files, name, &ZipEntry::name)->text; }
    // With sums and sizes that are right for what the files are now.
    void list_again(const std::string& of_rows = {}, std::int64_t more_rows = 0)
    {
        auto listed = parse_manifest(manifest, parcel_format).value();
        for (auto& file : listed.files) {
            const auto& now = text(file.name);
            file = true_manifest_file(file.name, now, file.rows + (file.name == of_rows ? more_rows : 0));
        }
        manifest = write_manifest(listed).value();
    }
    Result<Read> read(const Folder& folder) const
    {
        put_text(folder / "altered", sealed_by_age(zip_of(signed_entries(manifest, kiosk_key().secret_key, files))));
        return read_all(folder / "altered");
    }
};

Parts parts_of(const Plain& plain)
{
    Parts parts{file_text(plain.folder / "files/manifest.json"), {}};
    const auto manifest = parse_manifest(parts.manifest, parcel_format).value();
    for (const auto& file : manifest.files)
        parts.files.push_back({file.name, file_text(plain.folder / "files" / file.name)});
    return parts;
}

}

TEST_CASE("A parcel is opened by age and unzip and read by sqlite3 with the counts and texts that were written")
{
    const Folder folder, out;
    const auto store = a_day(folder / "data");
    const auto parcel = export_of(*store, folder.path(), at_kiosk::morning);
    REQUIRE(parcel);
    const auto plain = opened_by_others(*parcel, out);
    std::string import = "sqlite3 all.db";
    for (const auto& table : fact_tables())
        if (is_of_a_kiosk(table.name)) import += " '.import --csv files/" + std::string{table.name} + ".csv " + std::string{table.name} + "'";
    plain.run(import + " '.import --csv files/people.csv people' '.import --csv files/remarks.csv remarks' '.import --csv files/answers.csv answers'");
    SQLite::Database kiosk{(folder / "data/kiosk.db").string(), SQLite::OPEN_READONLY};
    const auto manifest = parse_manifest(file_text(out / "files/manifest.json"), parcel_format).value();
    for (const auto& table : fact_tables()) {
        if (!is_of_a_kiosk(table.name)) continue;
        const std::string name{table.name};
        CAPTURE(name);
        const auto rows = plain.run("sqlite3 all.db 'SELECT count(*) FROM " + name + "' 2>/dev/null || echo 0");
        // That a parcel stands is recorded behind it.
        const auto recorded = name == ParcelWritten::table ? 0 : kiosk.execAndGet("SELECT count(*) FROM " + name).getInt64();
        CHECK(rows == std::to_string(recorded) + "\n");
        CHECK(std::ranges::find(manifest.files, name + ".csv", &ManifestFile::name)->rows == recorded);
    }
    CHECK(plain.run("sqlite3 all.db 'SELECT count(*) FROM sign_up'") == "3\n");
    CHECK(plain.run("sqlite3 all.db 'SELECT name FROM people ORDER BY name'") == "'=cmd Bartholomew\nWilhelmina Quartermaine\n");
    CHECK(plain.run("sqlite3 all.db 'SELECT words FROM remarks'") == "'-a frank talk\n");
    CHECK(plain.run("sqlite3 all.db 'SELECT count(*) FROM answers'") == std::to_string(std::size(dangerous)) + "\n");
    CHECK(plain.run("sqlite3 all.db 'SELECT hex(hash) FROM sign_up' | wc -l") == "3\n");
}

TEST_CASE("A text that a spreadsheet would run stands harmless in the file and comes back as it was")
{
    const Folder folder, out;
    const auto store = a_day(folder / "data");
    const auto parcel = export_of(*store, folder.path(), at_kiosk::morning).value();
    const auto plain = opened_by_others(parcel, out);
    plain.run("sqlite3 all.db '.import --csv files/answers.csv answers' '.import --csv files/people.csv people'");
    CHECK(plain.run("sqlite3 all.db \"SELECT count(*) FROM answers WHERE instr('=+-@' || char(9, 10, 13), substr(words, 1, 1)) > 0\"") == "0\n");
    CHECK(plain.run("sqlite3 all.db \"SELECT count(*) FROM answers WHERE substr(words, 1, 1) = ''''\"") == "8\n");
    const auto read = read_all(parcel);
    REQUIRE(read);
    std::set<std::string> words;
    for (const auto& answer : read->answers) words.insert(answer.answer.words);
    CHECK(words == std::set<std::string>(std::begin(dangerous), std::end(dangerous)));
    REQUIRE(read->names.size() == 2);
    CHECK(read->names.back().name == "=cmd Bartholomew");
    REQUIRE(read->remarks.size() == 1);
    CHECK(read->remarks.front().words == "-a frank talk");
}

TEST_CASE("No plain byte of a name, of words or of a table is in the sealed file")
{
    const Folder folder;
    const auto store = a_day(folder / "data");
    const auto bytes = file_text(export_of(*store, folder.path(), at_kiosk::morning).value());
    REQUIRE(bytes.size() > 1000);
    for (const auto* secret : {"Quartermaine", "Bartholomew", "frank talk", "Łukasz", "7700 900123", "Medway", "Adults team", "order_at",
                               "answers.csv", "sign_up", "manifest", "LUNCH-1", "PK\x03\x04"}) {
        CAPTURE(secret);
        CHECK(bytes.find(secret) == std::string::npos);
    }
}

TEST_CASE("A parcel is not written for a key that is none and says so")
{
    const Folder folder;
    const Folder stick;
    for (const auto* nobody : {"", "age1nobody", "recipient", "AGE-SECRET-KEY-1"}) {
        const Folder data;
        const auto written = export_of(*exporting_store(data.path(), nobody), stick.path(), at_kiosk::morning);
        CHECK(sentence(written) == "The key that this is to be sealed with is not one.");
    }
    CHECK(stick.names().empty());
    const auto store = exporting_store(folder.path(), other_age_keys().recipient);
    CHECK(sentence(read_all(export_of(*store, stick.path(), at_kiosk::morning).value())).find("somebody else") != std::string::npos);
}

TEST_CASE("An export that is stopped leaves nothing behind")
{
    const Folder folder;
    MadeOrigin made{Origin{"MC-ADULTS.AAAA"}};
    for (int i = 0; i < 2000; ++i) made.add(SignUp{lunch, PersonId{i + 1}});
    const auto parcel = parcel_of(made);
    int asked = 0;
    const auto whole = [&](const ParcelProgress&) {
        ++asked;
        return GoOn::yes;
    };
    const auto to_desk = [] { return AgeSealer::start(our_age_keys().recipient).value(); };
    { const Folder other; REQUIRE(write_parcel(parcel.header, parcel.source(), other.path(), to_desk(), kiosk_key().secret_key, whole)); }
    REQUIRE(asked > 10);
    for (int stop_at = 1; stop_at <= asked; ++stop_at) {
        int so_far = 0;
        const auto stopped = write_parcel(parcel.header, parcel.source(), folder.path(), to_desk(), kiosk_key().secret_key,
                                          [&](const ParcelProgress&) { return ++so_far == stop_at ? GoOn::stop : GoOn::yes; });
        CHECK(sentence(stopped).find("stopped") != std::string::npos);
        CHECK(folder.names().empty());
    }
}

TEST_CASE("A row that no kiosk of that name would write is refused")
{
    const Folder folder, out;
    const auto store = a_day(folder / "data");
    const auto parts = parts_of(opened_by_others(export_of(*store, folder.path(), at_kiosk::morning).value(), out));
    REQUIRE(parts.read(folder));
    const auto altered = [&](const std::string& file, const std::string& what, const std::string& by) {
        auto copy = parts;
        auto& text = copy.text(file);
        REQUIRE(text.find(what) != std::string::npos);
        text.replace(text.find(what), what.size(), by);
        copy.list_again();
        return sentence(copy.read(folder));
    };
    CHECK(altered("sign_up.csv", "MC-ADULTS.", "KC-EAST.").find("“origin” cannot be") != std::string::npos);
    CHECK(altered("sign_up.csv", "MC-ADULTS.", "MC-ADULTS2.").find("“origin” cannot be") != std::string::npos);
    CHECK(altered("sign_up.csv", "trusted", "perhaps").find("“clock” cannot be") != std::string::npos);
    CHECK(altered("check_out.csv", "pass", "magic").find("none of the words") != std::string::npos);
    CHECK(altered("visit_feedback.csv", "useful", "lovely").find("none of the words") != std::string::npos);
    CHECK(altered("answers.csv", "question", "accusation").find("“kind” cannot be") != std::string::npos);
    CHECK(altered("answers.csv", "LUNCH-1", "lunch 1").find("not one") != std::string::npos);
    CHECK(altered("people.csv", "Medway Council", "Med\xFFway").find("damaged") != std::string::npos);
    CHECK(altered("remarks.csv", "MC-ADULTS.", "KC-EAST.").find("no fact of the kiosk's") != std::string::npos);
    CHECK(altered("sign_up.csv", "origin,seq", "seq,origin").find("belongs here") != std::string::npos);
    CHECK(altered("sign_up.csv", "LUNCH-1,", "LUNCH-1," + std::string(1'000'000, ',')).find("too many cells") != std::string::npos);
    CHECK(altered("sign_up.csv", "LUNCH-1", std::string(100'000, 'A')).find("too long") != std::string::npos);
}

TEST_CASE("A manifest that lies about rows, sums, tables or its head is refused")
{
    const Folder folder, out;
    const auto store = a_day(folder / "data");
    const auto parts = parts_of(opened_by_others(export_of(*store, folder.path(), at_kiosk::morning).value(), out));
    for (const auto more : {-1, 1, 1000}) {
        auto counted = parts;
        counted.list_again("sign_up.csv", more);
        CHECK(sentence(counted.read(folder)).find("were announced") != std::string::npos);
    }
    auto summed = parts;
    summed.text("sign_up.csv").back() = ' ';
    CHECK(sentence(summed.read(folder)).find("damaged inside") != std::string::npos);
    const auto altered = [&](const std::string& what, const std::string& by) {
        auto copy = parts;
        REQUIRE(copy.manifest.find(what) != std::string::npos);
        copy.manifest.replace(copy.manifest.find(what), what.size(), by);
        return sentence(copy.read(folder));
    };
    CHECK(altered("sign_up.csv", "chair_given.csv").find("tables that belong") != std::string::npos);  // it is the desk's own
    CHECK(altered("sign_up.csv", "lift.csv").find("Install the newer refectory-desk") != std::string::npos);
    CHECK(altered("\"kiosk\": \"MC-ADULTS\"", "\"kiosk\": \"KC-EAST\"").find("does not fit together") != std::string::npos);
    CHECK(altered("\"kiosk\": \"MC-ADULTS\"", "\"kiosk\": \"MC-NOBODY\"").find("not from a kiosk") != std::string::npos);
    CHECK(altered("\"number\": 1", "\"number\": 0").find("does not fit together") != std::string::npos);
    CHECK(altered("\"facts_from\": ", "\"facts_from\": -").find("does not fit together") != std::string::npos);
}
