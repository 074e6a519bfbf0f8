#include "desk/programme_folder.hpp"
#include "desk/wanted_chairs.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace refectory;

namespace {

const ActivityId shared_lunch{"LUNCH-1"};

Person practitioner(std::int64_t number, std::string team, std::string organisation)
{
    Person person;
    person.id = PersonId{number};
    person.role = Role::practitioner;
    person.team = std::move(team);
    person.organisation = std::move(organisation);
    return person;
}

KnownKiosk kiosk(std::string code, std::string team, std::string organisation)
{
    KnownKiosk known;
    known.place = {std::move(code), std::move(team), std::move(organisation), "Here"};
    return known;
}

// Two authorities with a hospital team each.
DeskProgramme two_authorities()
{
    DeskProgramme programme;
    for (int i = 0; i < 6; ++i) programme.all.people.push_back(practitioner(10 + i, "Hospital team", "Kent County Council"));
    for (int i = 0; i < 2; ++i) programme.all.people.push_back(practitioner(20 + i, "Hospital team", "Medway Council"));
    for (int i = 0; i < 3; ++i) programme.all.people.push_back(practitioner(30 + i, "Adults team", "Medway"));
    Activity activity;
    activity.id = shared_lunch;
    activity.capacity = 12;
    programme.all.activities.push_back(activity);
    return programme;
}

const std::vector<KnownKiosk> kiosks{kiosk("KC-HOSPITAL", "Hospital team", "Kent County Council"), kiosk("MC-HOSPITAL", "Hospital team", "Medway Council"),
                                     kiosk("MC-ADULTS", "Adults team", "Medway Council")};

}

TEST_CASE("chairs by size of team are what is left of those by hand, in proportion to each organisation's own people")
{
    auto programme = two_authorities();
    programme.allotments = {{{shared_lunch, "KC-HOSPITAL"}, {0, 2, true}}, {{shared_lunch, "MC-HOSPITAL"}, {0, 3, true}}, {{shared_lunch, "MC-ADULTS"}, {4, 4, false}}};
    auto wanted = wanted_chairs(programme, kiosks);
    CHECK(wanted[{shared_lunch, "MC-ADULTS"}] == 4);
    CHECK(wanted[{shared_lunch, "KC-HOSPITAL"}] == 6);
    CHECK(wanted[{shared_lunch, "MC-HOSPITAL"}] == 2);
}

TEST_CASE("no kiosk has chairs by size of team before each that shares them is added")
{
    auto programme = two_authorities();
    programme.allotments = {{{shared_lunch, "KC-HOSPITAL"}, {0, 2, true}}, {{shared_lunch, "MC-HOSPITAL"}, {0, 3, true}}, {{shared_lunch, "MC-ADULTS"}, {4, 4, false}}};
    auto wanted = wanted_chairs(programme, {kiosks[0], kiosks[2]});
    CHECK(wanted[{shared_lunch, "MC-ADULTS"}] == 4);
    CHECK(wanted[{shared_lunch, "KC-HOSPITAL"}] == 0);
    CHECK(wanted[{shared_lunch, "MC-HOSPITAL"}] == 0);
}

TEST_CASE("a kiosk's programme names its own organisation's team, and the team by name where the organisation is written in another way")
{
    auto programme = two_authorities();
    const auto people_at = [&](const char* code, const char* team) {
        return programme_for(programme, {Origin{"DESK.AAAA"}, 1, {}, code, team, "Medway Council", "Gun Wharf"}).people.size();
    };
    CHECK(people_at("MC-HOSPITAL", "Hospital team") == 2);
    CHECK(people_at("MC-ADULTS", "Adults team") == 3);
    const auto one = std::ranges::find(programme.all.people, std::string{"Medway Council"}, &Person::organisation);
    one->organisation = "Medway  council";
    CHECK(people_at("MC-HOSPITAL", "Hospital team") == 2);
}
