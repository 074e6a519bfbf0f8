#include "desk_fixture.hpp"
#include "exchange/durable_file.hpp"
#include "support/brought.hpp"

#include <sys/stat.h>

using namespace refectory;
using namespace refectory::test;

namespace {

mode_t mode_of(const std::filesystem::path& file)
{
    struct stat status{};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    return status.st_mode & 0777;
}

std::vector<ActivityId> activities_of(const Programme& programme)
{
    std::vector<ActivityId> ids;
    for (const auto& activity : programme.activities) ids.push_back(activity.id);
    return ids;
}

bool holds(const Programme& programme, const ActivityId& activity)
{
    const auto ids = activities_of(programme);
    return std::ranges::find(ids, activity) != ids.end();
}

}

TEST_CASE("a desk's keys are for its owner alone and not in its database")
{
    const DeskInFolder at;
    CHECK(mode_of(at.folder / "desk") == 0700);
    CHECK(mode_of(at.folder / "desk/desk.keys") == 0600);
    CHECK(mode_of(at.folder / "desk/desk.db") == 0600);
    const auto keys = read_desk_keys(at.folder / "desk/desk.keys");
    REQUIRE(keys);
    CHECK(at.desk->identity().signing_key == keys->signing.public_key);
    CHECK(at.desk->identity().recipient == keys->age.recipient);
    CHECK(at.desk->identity().origin.value.starts_with("DESK."));
    const auto seed = text_of(ByteView{keys->signing.secret_key}.first(32));
    for (const auto& name : names_in(at.folder / "desk")) {
        if (name == "desk.keys") continue;
        const auto text = file_text(at.folder / "desk" / name);
        CHECK(text.find(seed) == std::string::npos);
        CHECK(text.find("AGE-SECRET") == std::string::npos);
    }
}

TEST_CASE("a desk begins once and in no folder that holds another's keys or database")
{
    DeskInFolder at;
    const auto keys = file_text(at.folder / "desk/desk.keys");
    const auto origin = at.desk->identity().origin;
    CHECK(sentence(Desk::begin(at.folder / "desk", seeded(9), morning)) == "There is a desk in this folder already. Nothing was changed.");
    CHECK(file_text(at.folder / "desk/desk.keys") == keys);
    at.open(5);
    CHECK(at.desk->identity().origin == origin);

    at.desk.reset();
    std::filesystem::remove(at.folder / "desk/desk.db");
    CHECK(sentence(Desk::begin(at.folder / "desk", seeded(9), morning)).find("its database is missing") != std::string::npos);
    CHECK(names_in(at.folder / "desk") == std::vector<std::string>{"desk.keys", "mark"});
}

TEST_CASE("a beginning that was cut short behind its keys is ended by the next")
{
    const Folder folder;
    REQUIRE(DeskStore::open(folder / "desk.db", seeded(1), morning));
    REQUIRE(write_desk_keys(folder / "desk.keys", make_desk_keys(seeded(1)).value()));
    CHECK(sentence(Desk::open(folder / "", seeded(2), morning)).find("no desk in this folder yet") != std::string::npos);
    const auto keys = file_text(folder / "desk.keys");
    REQUIRE(Desk::begin(folder / "", seeded(2), morning));
    CHECK(file_text(folder / "desk.keys") == keys);
    CHECK(Desk::open(folder / "", seeded(2), morning));
}

TEST_CASE("a desk does not open without its own keys and says where there is none")
{
    DeskInFolder at;
    const DeskInFolder other{7};
    at.desk.reset();
    const auto keys = at.folder / "desk/desk.keys";
    const auto opens = [&] { return sentence(Desk::open(at.folder / "desk", seeded(3), morning)); };
    CHECK(opens() == "(no error)");
    std::filesystem::copy_file(other.folder / "desk/desk.keys", keys, std::filesystem::copy_options::overwrite_existing);
    CHECK(opens().find("Put desk.keys back") != std::string::npos);
    std::ofstream{keys} << "{\"age_identity\": 7}";
    CHECK(opens().find("Put desk.keys back") != std::string::npos);
    std::filesystem::remove(keys);
    CHECK(opens().find("Put desk.keys back") != std::string::npos);
    CHECK(sentence(Desk::open(at.folder / "nowhere", seeded(3), morning)).find("no desk in this folder") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(at.folder / "nowhere"));
}

TEST_CASE("the six words open the set-up file and set the kiosk up with its first programme")
{
    DeskInFolder at;
    const auto programme = demonstration_programme();
    const auto words = at.add(adults, &programme);
    CHECK(words.size() == setup_words_count);
    auto store = KioskStore::open(at.folder / "kiosk", seeded(4), morning).value();
    const auto done = set_up_from(*store, at.folder / setup_file_name("MC-ADULTS"), setup_phrase(words), morning);
    REQUIRE(sentence(done) == "(no error)");
    const auto identity = store->identity();
    REQUIRE(identity);
    CHECK(identity->desk == at.desk->identity().origin);
    CHECK(identity->desk_recipient == at.desk->age_keys().recipient);
    CHECK(at.desk->signing_key_of("MC-ADULTS") == identity->signing.public_key);
    CHECK(store->activities().find(ActivityId{"LUNCH-1"})->allotment == 8);
    CHECK_FALSE(at.desk->signing_key_of("KC-HOSPITAL"));
}

TEST_CASE("the desk keeps no secret key of a kiosk")
{
    DeskInFolder at;
    const auto identity = at.identity_of(adults, at.add(adults));
    at.desk.reset();
    for (const auto& name : names_in(at.folder / "desk")) {
        const auto text = file_text(at.folder / "desk" / name);
        CHECK(text.find(identity.age_identity) == std::string::npos);
        CHECK(text.find(text_of(ByteView{identity.signing.secret_key}.first(32))) == std::string::npos);
        CHECK(text.find(to_hex(identity.signing.secret_key)) == std::string::npos);
    }
}

TEST_CASE("a kiosk that cannot be added leaves neither a row nor a file nor a used serial")
{
    DeskInFolder at;
    const auto programme = demonstration_programme();
    const auto add = [&](KioskPlace place, const std::string& file) {
        return sentence(at.desk->add_kiosk(place, &programme, at.folder / file, morning));
    };
    CHECK(add(adults, "nowhere/setup") != "(no error)");
    CHECK(add({"mc adults", "Adults team", "Medway Council", "Gun Wharf"}, "setup").find("as in MC-ADULTS") != std::string::npos);
    CHECK(add({"DESK", "Adults team", "Medway Council", "Gun Wharf"}, "setup").find("the desk's own") != std::string::npos);
    CHECK(add({"MC-ADULTS", " ", "Medway Council", "Gun Wharf"}, "setup") == "Give the team.");
    CHECK(add({"MC-ADULTS", "Adults team", std::string(81, 'x'), "Gun Wharf"}, "setup").find("80 characters or less") != std::string::npos);
    CHECK(add({"MC-ADULTS", "Adults team", "Medway Council", "\xFF"}, "setup").find("not UTF-8") != std::string::npos);
    CHECK(at.desk->store().kiosks().all().empty());
    CHECK_FALSE(at.desk->store().publications().newest_complete());
    CHECK(names_in(at.folder / "") == std::vector<std::string>{"desk"});

    at.add(adults);
    CHECK(add(adults, "again").find("has a kiosk MC-ADULTS already") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(at.folder / "again"));
}

TEST_CASE("publishing writes each kiosk what it needs and nobody else can open it")
{
    DeskInFolder at;
    const auto programme = demonstration_programme();
    const auto to_adults = at.identity_of(adults, at.add(adults));
    const auto to_hospital = at.identity_of(hospital, at.add(hospital));
    const auto published = at.desk->publish(programme, at.folder / "out", morning);
    REQUIRE(sentence(published) == "(no error)");
    CHECK(names_in(at.folder / "out") == std::vector<std::string>{"refectory-programme-KC-HOSPITAL-000001.zip.age",
                                                                  "refectory-programme-MC-ADULTS-000001.zip.age"});
    const auto file_of = [&](const std::string& kiosk) { return std::ranges::find(published->files, kiosk, &PublishedFile::kiosk)->path; };
    const auto key = at.desk->identity().signing_key;
    const auto for_adults = read_programme(file_of("MC-ADULTS"), to_adults.age_identity, key);
    const auto for_hospital = read_programme(file_of("KC-HOSPITAL"), to_hospital.age_identity, key);
    REQUIRE(sentence(for_adults) == "(no error)");
    REQUIRE(sentence(for_hospital) == "(no error)");
    CHECK(for_adults->header.serial == for_hospital->header.serial);
    CHECK_FALSE(read_programme(file_of("MC-ADULTS"), to_hospital.age_identity, key));

    CHECK(holds(*for_adults, ActivityId{"SHADOW-1"}));
    CHECK_FALSE(holds(*for_hospital, ActivityId{"SHADOW-1"}));
    const auto chairs_of = [](const Programme& one) { return std::ranges::find(one.activities, ActivityId{"SEMINAR-1"}, &Activity::id)->allotment; };
    CHECK(chairs_of(*for_adults) == 10);
    CHECK(chairs_of(*for_hospital) == 10);
    CHECK(for_hospital->people.size() < programme.all.people.size());
    for (const auto& code : for_hospital->visit_codes) CHECK(holds(*for_hospital, code.activity));
    CHECK_FALSE(for_adults->visit_codes.empty());
}

TEST_CASE("serials only go up, whatever comes of them")
{
    DeskInFolder at;
    const auto programme = demonstration_programme();
    const auto words = at.add(adults, &programme);
    CHECK_FALSE(at.desk->store().publications().newest_complete());  // it went to one kiosk alone
    at.add(hospital);
    CHECK(at.desk->publish(programme, at.folder / "out", morning).value().decisions.publication.serial == 2);
    at.open(6);
    const auto third = at.desk->publish(programme, at.folder / "out", morning).value();
    CHECK(third.decisions.publication.serial == 3);

    auto store = KioskStore::open(at.folder / "kiosk", seeded(4), morning).value();
    REQUIRE(set_up_from(*store, at.folder / setup_file_name("MC-ADULTS"), setup_phrase(words), morning));
    CHECK(take_over(*store, at.folder / "out", morning) == "(no error)");
    CHECK(store->activities().header()->serial == 3);
}

TEST_CASE("a publish that fails takes its files away and its serial is not used again")
{
    DeskInFolder at;
    at.add(adults);
    at.add(hospital);
    const auto programme = demonstration_programme();
    // A folder is in the way of the second kiosk's file, so that the first one's stands already.
    const auto in_the_way = at.folder / "out/refectory-programme-MC-ADULTS-000001.zip.age";
    std::filesystem::create_directories(in_the_way);
    const auto refused = sentence(at.desk->publish(programme, at.folder / "out", morning));
    CHECK(refused.find("for MC-ADULTS was not written, so nothing was published") != std::string::npos);
    CHECK(names_in(at.folder / "out") == std::vector<std::string>{"refectory-programme-MC-ADULTS-000001.zip.age"});
    CHECK(std::filesystem::is_directory(in_the_way));
    CHECK_FALSE(at.desk->store().publications().newest_complete());

    std::ofstream{at.folder / "file"} << "no folder";
    CHECK_FALSE(at.desk->publish(programme, at.folder / "file", morning));
    CHECK_FALSE(at.desk->publish(programme, at.folder / "nowhere/out", morning));
    CHECK(at.desk->publish(programme, at.folder / "out", morning).value().decisions.publication.serial == 4);
}

TEST_CASE("a programme that cannot be leaves not even the folder for its files")
{
    DeskInFolder at;
    at.add(adults);
    auto programme = demonstration_programme();
    programme.allotments.clear();
    programme.all.note.version = -1;
    CHECK(sentence(at.desk->publish(programme, at.folder / "out", morning)).find("note is damaged") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(at.folder / "out"));
}

TEST_CASE("chairs for a kiosk that the desk does not know are a fault of the folder and nothing is published")
{
    DeskInFolder at;
    at.add(adults);
    const auto programme = demonstration_programme();
    const auto faults = at.desk->faults_of(programme, morning);
    REQUIRE(faults.size() == 2);
    CHECK(faults.front().file == "allotments.csv");
    CHECK(faults.front().line == 4);
    CHECK(faults.front().column == "kiosk");
    CHECK(faults.front().sentence.find("KC-HOSPITAL") != std::string::npos);
    CHECK(sentence(at.desk->publish(programme, at.folder / "out", morning)).starts_with("allotments.csv:4: kiosk:"));
    CHECK_FALSE(std::filesystem::exists(at.folder / "out"));
    at.add(hospital);
    CHECK(at.desk->faults_of(programme, morning).empty());
    CHECK(at.desk->publish(programme, at.folder / "out", morning).value().decisions.publication.serial == 1);
}

TEST_CASE("what a publish that was cut off left on the stick goes with the next one, and nothing else does")
{
    DeskInFolder at;
    at.add(adults);
    at.add(hospital);
    const auto out = at.folder / "out";
    std::filesystem::create_directory(out);
    const auto left = out / "refectory-programme-MC-ADULTS-000001.zip.age.part";
    std::ofstream{left} << "left behind";
    std::ofstream{out / "film.part"} << "somebody's own";
    auto writing = DurableFile::create(out / "refectory-MC-ADULTS-20261124-000003.zip.age");
    REQUIRE(writing);
    REQUIRE(at.desk->store().publications().take_serial(morning));  // the one that was cut off
    REQUIRE(at.desk->publish(demonstration_programme(), out, morning));
    CHECK_FALSE(std::filesystem::exists(left));
    CHECK(std::filesystem::exists(out / "film.part"));
    CHECK(std::filesystem::exists(out / "refectory-MC-ADULTS-20261124-000003.zip.age.part"));
}

TEST_CASE("a desk without kiosks has nobody to publish to")
{
    DeskInFolder at;
    auto programme = demonstration_programme();
    programme.allotments.clear();
    CHECK(sentence(at.desk->publish(programme, at.folder / "out", morning)).find("has no kiosk yet") != std::string::npos);
}

TEST_CASE("visit codes stay the same from one publish to the next and open the visit at the kiosk")
{
    DeskInFolder at;
    auto programme = demonstration_programme();
    const auto identity = at.identity_of(adults, at.add(adults, &programme));
    at.add(hospital);
    const auto first = at.desk->visit_codes();
    REQUIRE_FALSE(first.empty());
    CHECK(std::ranges::is_sorted(first, {}, [](const ToldCode& told) { return told.code.activity; }));
    for (const auto& told : first) {
        CHECK(told.digits.size() == visit_code_digits);
        CHECK(std::ranges::find(programme.all.activities, told.code.activity, &Activity::id)->academic == told.code.person);
    }
    const auto published = at.desk->publish(programme, at.folder / "out", morning).value();
    const auto second = at.desk->visit_codes();
    CHECK(std::ranges::equal(first, second, [](const ToldCode& a, const ToldCode& b) {
        return a.digits == b.digits && a.code.code == b.code.code && a.code.activity == b.code.activity && a.code.person == b.code.person;
    }));
    const auto read = read_programme(published.files.back().path, identity.age_identity, at.desk->identity().signing_key).value();
    for (const auto& code : read.visit_codes) {
        const auto told = std::ranges::find_if(first, [&](const ToldCode& one) { return one.code.activity == code.activity; });
        REQUIRE(told != first.end());
        CHECK(matches(told->digits, code.code));
    }
}

TEST_CASE("codes are told only for what takes place today or later")
{
    DeskInFolder at;
    auto programme = demonstration_programme();
    at.add(adults, &programme);
    const auto has_code = [&](const char* activity) {
        const auto codes = at.desk->visit_codes();
        return std::ranges::any_of(codes, [&](const ToldCode& told) { return told.code.activity.value == activity; });
    };
    CHECK(has_code("LUNCH-1"));
    CHECK_FALSE(has_code("LUNCH-0"));
    const auto before = at.desk->visit_codes();
    at.add(hospital);
    auto& lunch = *std::ranges::find(programme.all.activities, ActivityId{"LUNCH-1"}, &Activity::id);
    lunch.state = ActivityState::cancelled;
    REQUIRE(at.desk->publish(programme, at.folder / "out", morning));
    CHECK_FALSE(has_code("LUNCH-1"));
    lunch.state = ActivityState::planned;
    REQUIRE(at.desk->publish(programme, at.folder / "out", morning));
    CHECK(at.desk->visit_codes().front().digits == before.front().digits);
    CHECK(has_code("LUNCH-1"));
}

TEST_CASE("passes are numbered and signed, and those withdrawn are published")
{
    DeskInFolder at;
    auto programme = demonstration_programme();
    std::erase_if(programme.allotments, [](const auto& one) { return one.first.second != "MC-ADULTS"; });
    const auto identity = at.identity_of(adults, at.add(adults));
    const auto today = local_date(morning);
    const auto first = at.desk->make_pass(PersonId{1}, today, add_days(today, 90), morning).value();
    const auto second = at.desk->make_pass(PersonId{3}, today, today, morning).value();
    CHECK(first.pass.number.value == 1);
    CHECK(second.pass.number.value == 2);
    CHECK(std::get<Pass>(read_pass(first.text, at.desk->identity().signing_key)) == first.pass);

    const auto refused = [&](PersonId person, Date from, Date until) { return sentence(at.desk->make_pass(person, from, until, morning)); };
    CHECK(refused(PersonId{0}, today, today).find("people.csv") != std::string::npos);
    CHECK(refused(PersonId{first_added_person}, today, today).find("people.csv") != std::string::npos);
    CHECK(refused(PersonId{1}, today, add_days(today, -1)).find("end before it begins") != std::string::npos);
    CHECK(refused(PersonId{1}, add_days(earliest_pass_day, -1), today).find("from 2020") != std::string::npos);
    CHECK(refused(PersonId{1}, today, add_days(latest_pass_day, 1)).find("from 2020") != std::string::npos);

    CHECK(sentence(at.desk->withdraw_pass(PassNumber{9}, morning)) == "This desk has made no pass 9.");
    REQUIRE(at.desk->withdraw_pass(first.pass.number, morning));
    REQUIRE(at.desk->withdraw_pass(first.pass.number, morning));
    const auto published = at.desk->publish(programme, at.folder / "out", morning).value();
    const auto read = read_programme(published.files.front().path, identity.age_identity, at.desk->identity().signing_key).value();
    CHECK(read.passes_withdrawn == std::vector{first.pass.number});
}
