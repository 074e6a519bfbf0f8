#include "desk/programme_warnings.hpp"
#include "programme_copy.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace refectory;
using namespace refectory::test;

namespace {

// Two lunches on lines 2 and 3 that have nothing in common and nothing wrong.
struct TwoLunches {
    TwoLunches()
    {
        add("FIRST", "The hub", 1, 10, 2);
        add("SECOND", "Room 4", 2, 11, 3);
    }

    void add(const std::string& id, const std::string& place, std::int64_t academic, std::int64_t host, int line)
    {
        Activity activity;
        activity.id = ActivityId{id};
        activity.starts = instant_at(today, 12, 30);
        activity.ends = instant_at(today, 13, 15);
        activity.place = place;
        activity.academic = PersonId{academic};
        activity.host = PersonId{host};
        activity.invited.everybody = true;
        activity.capacity = 8;
        programme.all.activities.push_back(activity);
        programme.allotments[{activity.id, "MC-ADULTS"}] = {4, line};
        programme.activity_lines[activity.id] = line;
    }

    void are_one(std::int64_t person, std::int64_t same_as)
    {
        programme.people_lines = {{PersonId{person}, 2}, {PersonId{same_as}, 3}};
        programme.same_people = {{{PersonId{person}, PersonId{same_as}}, 2}};
    }

    Activity& first() { return programme.all.activities[0]; }
    Activity& second() { return programme.all.activities[1]; }

    DeskProgramme programme;
};

struct Row {
    std::string what;
    std::function<void(TwoLunches&)> change;
    std::string warnings;
};

void check(const Row& row)
{
    TwoLunches two;
    row.change(two);
    INFO(row.what);
    CHECK(words_of(warnings_of(two.programme, {}, today)) == row.warnings);
}

const std::string same_room = "activities.csv:3: place: FIRST and SECOND are both in “the HUB” at the same time: move one of them, or write which room each has.\n";
const std::string person_1 = "Person 1 is expected at FIRST and at SECOND at the same time: move one of them, or ask somebody else.\n";
const std::string person_10 = "activities.csv:3: host: Person 10 is expected at FIRST and at SECOND at the same time: move one of them, or ask somebody else.\n";
const std::string no_academic = "activities.csv:3: academic: SECOND is a lunch without an academic: give the number of the one who comes.\n";
const std::string nobody = "activities.csv:3: capacity: Nobody can sign up for SECOND: give its chairs to kiosks in allotments.csv.\n";

void put_in_one_room(TwoLunches& two) { two.second().place = "the HUB"; }

void move(Activity& activity, Instant starts)
{
    activity.ends = starts + (activity.ends - activity.starts);
    activity.starts = starts;
}

}

TEST_CASE("the demonstration's programme has nothing to warn of")
{
    const auto read = read_programme_folder(demonstration_folder, today);
    REQUIRE(read);
    CHECK(words_of(warnings_of(*read, {}, today)).empty());
}

TEST_CASE("a room that is booked twice is warned of")
{
    const Row rows[] = {
        {"two rooms", [](TwoLunches&) {}, ""},
        {"the same room", put_in_one_room, same_room},
        {"blanks around it", [](TwoLunches& two) { two.first().place = " The  Hub\u00A0"; put_in_one_room(two); }, same_room},
        {"one begins as the other ends", [](TwoLunches& two) { put_in_one_room(two); move(two.second(), two.first().ends); }, ""},
        {"one begins before the other ends", [](TwoLunches& two) { put_in_one_room(two); move(two.second(), two.first().ends - std::chrono::minutes{1}); }, same_room},
        {"the later line is earlier in the day", [](TwoLunches& two) { put_in_one_room(two); move(two.second(), instant_at(today, 12, 0)); }, same_room},
        {"one within the other", [](TwoLunches& two) { put_in_one_room(two); two.first().starts = instant_at(today, 9, 0); two.first().ends = instant_at(today, 17, 0); }, same_room},
        {"another day", [](TwoLunches& two) { put_in_one_room(two); move(two.second(), instant_at(add_days(today, 1), 12, 30)); }, ""},
        {"one is cancelled", [](TwoLunches& two) { put_in_one_room(two); two.first().state = ActivityState::cancelled; }, ""},
        {"one is proposed", [](TwoLunches& two) { put_in_one_room(two); two.second().state = ActivityState::proposed; }, ""},
        {"one has moved there", [](TwoLunches& two) { put_in_one_room(two); two.second().state = ActivityState::moved; }, same_room},
    };
    for (const auto& row : rows) check(row);
}

TEST_CASE("somebody in two places at once is warned of")
{
    const Row rows[] = {
        {"the academic", [](TwoLunches& two) { two.second().academic = PersonId{1}; }, "activities.csv:3: academic: " + person_1},
        {"the host", [](TwoLunches& two) { two.second().host = PersonId{10}; }, person_10},
        {"host of the one and academic of the other", [](TwoLunches& two) { two.second().host = PersonId{1}; }, "activities.csv:3: host: " + person_1},
        {"both in one", [](TwoLunches& two) { two.second().academic = two.second().host = PersonId{1}; }, "activities.csv:3: academic: " + person_1},
        {"the room as well", [](TwoLunches& two) { put_in_one_room(two); two.second().host = PersonId{10}; }, same_room + person_10},
        {"the academic, under another number", [](TwoLunches& two) { two.are_one(1, 2); }, "activities.csv:3: academic: Person 2 is expected at FIRST and at SECOND at the same time: move one of them, or ask somebody else.\n"},
        {"of two who are one, each has one lunch", [](TwoLunches& two) { two.are_one(1, 2); move(two.second(), two.first().ends); }, ""},
        {"both in one, under two numbers", [](TwoLunches& two) { two.are_one(1, 10); two.second().academic = PersonId{1}; two.second().host = PersonId{10}; }, "activities.csv:3: academic: " + person_1},
        {"one after the other", [](TwoLunches& two) { two.second().academic = PersonId{1}; move(two.second(), two.first().ends); }, ""},
        {"one is cancelled", [](TwoLunches& two) { two.second().academic = PersonId{1}; two.second().state = ActivityState::cancelled; }, ""},
        {"nobody hosts either", [](TwoLunches& two) { two.first().host = two.second().host = std::nullopt; }, ""},
    };
    for (const auto& row : rows) check(row);
}

TEST_CASE("a lunch without an academic is warned of")
{
    const Row rows[] = {
        {"a lunch", [](TwoLunches& two) { two.second().academic.reset(); }, no_academic},
        {"a forum", [](TwoLunches& two) { two.second().academic.reset(); two.second().kind = ActivityKind::forum; }, ""},
        {"a proposed lunch", [](TwoLunches& two) { two.second().academic.reset(); two.second().state = ActivityState::proposed; }, ""},
    };
    for (const auto& row : rows) check(row);
}

TEST_CASE("what is over and still lies ahead is warned of")
{
    const auto yesterday = [](ActivityState state) {
        return [state](TwoLunches& two) { two.second().state = state; move(two.second(), instant_at(add_days(today, -1), 12, 30)); };
    };
    const std::string over = "activities.csv:3: state: SECOND is over and still ";
    const Row rows[] = {
        {"planned", yesterday(ActivityState::planned), over + "planned: write held, or cancelled and why.\n"},
        {"moved", yesterday(ActivityState::moved), over + "moved: write held, or cancelled and why.\n"},
        {"held", yesterday(ActivityState::held), ""},
        {"cancelled", yesterday(ActivityState::cancelled), ""},
        {"earlier today", [](TwoLunches& two) { move(two.second(), instant_at(today, 0, 0)); }, ""},
    };
    for (const auto& row : rows) check(row);
}

TEST_CASE("chairs that nobody can sign up for are warned of")
{
    const auto without_kiosk = [](std::function<void(Activity&)> change) {
        return [change](TwoLunches& two) { two.programme.allotments.erase({two.second().id, "MC-ADULTS"}); change(two.second()); };
    };
    const Row rows[] = {
        {"no kiosk", without_kiosk([](Activity&) {}), nobody},
        {"a kiosk with no chair", [](TwoLunches& two) { two.programme.allotments[{two.second().id, "MC-ADULTS"}].chairs = 0; }, nobody},
        {"a team", without_kiosk([](Activity& one) { one.invited = {false, {"Adults team"}, {}}; }), nobody},
        {"a person", without_kiosk([](Activity& one) { one.invited = {false, {}, {PersonId{10}}}; }), nobody},
        {"nobody invited", without_kiosk([](Activity& one) { one.invited = {}; }), ""},
        {"no chairs", without_kiosk([](Activity& one) { one.capacity = 0; }), ""},
        {"held", without_kiosk([](Activity& one) { one.state = ActivityState::held; }), ""},
        {"cancelled", without_kiosk([](Activity& one) { one.state = ActivityState::cancelled; }), ""},
    };
    for (const auto& row : rows) check(row);
}

TEST_CASE("warnings come in the order of the lines")
{
    TwoLunches two;
    two.add("THIRD", "Room 5", 3, 12, 4);
    two.programme.all.activities[2].academic.reset();
    put_in_one_room(two);
    const auto warnings = warnings_of(two.programme, {}, today);
    REQUIRE(warnings.size() == 2);
    CHECK(warnings[0].line == 3);
    CHECK(warnings[1].line == 4);
}

TEST_CASE("a number of same_person.csv that nobody has is a warning, and one that a kiosk gave is none")
{
    TwoLunches two;
    two.programme.people_lines = {{PersonId{1}, 2}, {PersonId{2}, 3}, {PersonId{3}, 4}};
    two.programme.same_people = {{{PersonId{1}, PersonId{3}}, 2}, {{PersonId{1}, PersonId{21}}, 3}, {{PersonId{first_added_person}, PersonId{2}}, 5}};
    CHECK(words_of(warnings_of(two.programme, {}, today)) ==
          "same_person.csv:3: same_as: Person 21 is not in people.csv: correct the number, unless it is of somebody who has left.\n");
}

TEST_CASE("people whose organisation is written otherwise than at the kiosk of their team are warned of, once an organisation")
{
    TwoLunches two;
    const auto add = [&](std::int64_t number, const std::string& team, const std::string& organisation) {
        Person person;
        person.id = PersonId{number};
        person.team = team;
        person.organisation = organisation;
        two.programme.people_lines[person.id] = static_cast<int>(number);
        two.programme.all.people.push_back(person);
    };
    add(2, "Adults team", "medway council");
    add(3, "Adults team", "Medway Cncl");
    add(4, "Adults team", "Medway Cncl");
    add(5, "Hospital team", "Kent");
    add(6, "A team that has no kiosk", "Kent");
    std::vector<KnownKiosk> kiosks(2);
    kiosks[0].place = {"MC-ADULTS", "Adults team", "Medway Council", "Gun Wharf"};
    kiosks[1].place = {"KC-HOSPITAL", "Hospital team", "Kent County Council", "Here"};
    const std::string warning = "people.csv:3: organisation: Adults team of “Medway Cncl” is at no kiosk: that of MC-ADULTS is Medway Council's. Write the "
                                "organisation as there, unless it is another one.\n";
    CHECK(words_of(warnings_of(two.programme, kiosks, today)) == warning);  // the hospital's are found by their team's name alone
    kiosks.emplace_back().place = {"MC-OTHERS", "Adults team", "Medway Cncl", "There"};
    CHECK(words_of(warnings_of(two.programme, kiosks, today)).empty());
    kiosks.back().retired_at = Instant{};
    CHECK(words_of(warnings_of(two.programme, kiosks, today)) == warning);
}

TEST_CASE("the line of an activity is that of its file")
{
    const auto read = read_programme_folder(demonstration_folder, today);
    REQUIRE(read);
    CHECK(read->activity_lines.at(ActivityId{"LUNCH-1"}) == 2);
    CHECK(read->activity_lines.at(ActivityId{"LUNCH-0"}) == 13);
}
