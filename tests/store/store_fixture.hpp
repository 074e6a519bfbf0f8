// A kiosk's store in a folder of its own, with a small programme, a seeded source of randomness and a fixed morning.
#pragma once

#include "store/kiosk_store.hpp"
#include "support/folder.hpp"
#include "support/randomness.hpp"

#include <catch2/catch_test_macros.hpp>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>

namespace refectory::test {

inline const Instant morning = instant_at(Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}}, 9, 0);
inline constexpr auto trusted = ClockTrust::trusted;
inline const ActivityId lunch{"LUNCH-1"}, seminar{"SEMINAR-1"};
inline constexpr PersonId okafor{1}, raman{2}, price{3}, outsider{4};

inline bool folder_holds(const std::filesystem::path& folder, std::string_view text)
{
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder})
        if (entry.is_regular_file() && file_text(entry.path()).find(text) != std::string::npos) return true;
    return false;
}

inline Person person(PersonId id, Role role, std::string name, std::string team)
{
    Person one;
    one.id = id;
    one.role = role;
    one.name = std::move(name);
    one.team = std::move(team);
    one.organisation = "Medway Council";
    return one;
}

inline Activity activity(const ActivityId& id, Instant starts, int allotment)
{
    Activity one;
    one.id = id;
    one.topic = "Trauma-informed practice";
    one.starts = starts;
    one.ends = starts + std::chrono::hours{1};
    one.academic = okafor;
    one.invited.teams = {"Adults team"};
    one.capacity = 12;
    one.allotment = allotment;
    one.objectives = {ObjectiveNumber{1}};
    return one;
}

inline Programme programme(std::int64_t serial)
{
    Programme one;
    one.header = {Origin{"DESK.AAAA"}, serial, morning - std::chrono::hours{24}, "MC-ADULTS", "Adults team", "Medway Council", "Gun Wharf"};
    one.activities = {activity(lunch, morning + std::chrono::hours{3}, 2), activity(seminar, morning + std::chrono::days{7}, 5)};
    one.people = {person(okafor, Role::academic, "Dr Amara Okafor", ""), person(raman, Role::practitioner, "Priya Raman", "Adults team"),
                  person(price, Role::practitioner, "Gareth Price", "Adults team"),
                  person(outsider, Role::practitioner, "Prisca Stone", "Children's team")};
    one.objectives = {{ObjectiveNumber{1}, "Share research"}};
    one.note = {3, "What is said here stays here.", ""};
    return one;
}

inline KioskIdentity identity()
{
    KioskIdentity own;
    own.code = "MC-ADULTS";
    own.team = "Adults team";
    own.organisation = "Medway Council";
    own.site = "Gun Wharf";
    own.age_identity = "identity";
    own.age_recipient = "recipient";
    own.desk = Origin{"DESK.AAAA"};
    return own;
}

inline std::unique_ptr<KioskStore> open_store(const std::filesystem::path& folder, Entropy entropy = seeded(1), Instant now = morning)
{
    auto store = KioskStore::open(folder, entropy, now);
    INFO((store ? "" : store.error().sentence));
    REQUIRE(store);
    return std::move(*store);
}

inline std::unique_ptr<KioskStore> store_set_up(const std::filesystem::path& folder, Entropy entropy = seeded(1),
                                                const KioskIdentity& own = identity())
{
    auto store = open_store(folder, std::move(entropy));
    const auto first = programme(1);
    const auto done = store->set_up(own, &first, morning);
    INFO((done ? "" : done.error().sentence));
    REQUIRE(done);
    return store;
}

inline SignUpDone added(KioskStore& store, const ActivityId& where, std::string_view name, Instant now = morning)
{
    const auto done = store.sign_ups().sign_up_new_person(where, name, "Adults team", "Medway Council", now, trusted);
    REQUIRE(done);
    return *done;
}

inline bool has_place(const Standing& standing) { return std::holds_alternative<HasPlace>(standing); }

// A look at the file from outside, over a connection of its own.
std::int64_t number_in(const std::filesystem::path& database, const std::string& sql);
// How many visits stand in a kiosk's database otherwise than its facts have them, or only here or there.
std::int64_t visits_not_as_their_facts(const std::filesystem::path& database);
std::string text_in(const std::filesystem::path& database, const std::string& sql);
// What the desk would say of the first origin in that database, up to this fact; of one that is not there, with another's hash.
Receipt receipt_for(const std::filesystem::path& database, std::int64_t facts_up_to, std::int64_t answers_up_to = 0);
// The sentence with which the statement is refused; empty where it is not.
std::string refused(const std::filesystem::path& database, const std::string& sql);

inline void make_backup(KioskStore& store, Instant now)
{
    store.make_backup_if_due(now);
    store.wait_for_backup();
}

}
