// The circle: a kiosk's export to the desk, what the desk decides, and the programme back. A desk that is run as a coordinator runs it,
// with the stores of two kiosks, and one lunch of four chairs: one for each kiosk, and two kept back at the desk.
#pragma once

#include "desk_fixture.hpp"
#include "exchange/exporter.hpp"
#include "program_in_test.hpp"
#include "support/brought.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>

namespace refectory::test {

inline const ActivityId lunch{"LUNCH-WIDE"};

struct Circle {
    explicit Circle(int adults_chairs = 1, int hospital_chairs = 1)
    {
        write_folder(adults_chairs, hospital_chairs);
        REQUIRE(program.run("init").code == 0);
        adults = set_up("MC-ADULTS", "Adults team", "Medway Council");
        hospital = set_up("KC-HOSPITAL", "Hospital team", "Kent County Council");
    }

    void write_folder(int adults_chairs, int hospital_chairs, std::string_view state = "planned", std::string_view reason = "")
    {
        const auto folder = program.folder / "programme";
        put(folder / "objectives.csv", "objective,words\n1,Talk with staff\n");
        put(folder / "people.csv", std::string{"person,role,name,organisation,team,post,knows_about,fte\n"
                                               "1,academic,Dr Amara Okafor,University of Kent,,,,1\n"
                                               "2,practitioner,Priya Raman,Medway Council,Adults team,,,1\n"
                                               "3,practitioner,Gareth Price,Medway Council,Adults team,,,1\n"
                                               "4,practitioner,Tom Ash,Medway Council,Adults team,,,1\n"
                                               "5,practitioner,Una Bell,Kent County Council,Hospital team,,,1\n"
                                               "6,practitioner,Vic Cole,Kent County Council,Hospital team,,,1\n"} + more_people);
        put(folder / "activities.csv", fmt::format("activity,kind,state,reason,topic,description,date,starts,ends,place,place_detail,academic,host,invited,"
                                                   "capacity,objectives\nLUNCH-WIDE,lunch,{},{},Wide,,2026-12-01,12:00,13:00,Hub,,1,,all,4,1\n", state, reason));
        put(folder / "allotments.csv", fmt::format("activity,kiosk,chairs\nLUNCH-WIDE,MC-ADULTS,{}\nLUNCH-WIDE,KC-HOSPITAL,{}\n", adults_chairs, hospital_chairs));
        put(folder / "timetable.csv", "activity,starts,title,detail,consent\n");
        put(folder / "expectations.csv", "activity,talk_wanted,words,agreed_on,team_told_on\n");
        put(folder / "note.csv", "version,words,changed\n1,What is said here stays here.,\n");
    }
    // The line of somebody who is not the last in the list, as a coordinator takes it out.
    void take_out_of_people(int person) const
    {
        const auto file = program.folder / "programme/people.csv";
        auto people = file_text(file);
        const auto from = people.find(fmt::format("\n{},", person)) + 1;
        put(file, people.erase(from, people.find('\n', from) + 1 - from));
    }
    std::unique_ptr<KioskStore> set_up(const std::string& code, const std::string& team, const std::string& organisation)
    {
        const auto added = program.run("kiosk add " + code + " --team '" + team + "' --organisation '" + organisation +
                                       "' --site Here --programme ../programme -o " + code + ".setup");
        INFO(added.complained);
        REQUIRE(added.code == 0);
        six_words[code] = six_words_in(added.said);
        return set_up_in(code, code, code.size());
    }
    // By the same file, in a machine of its own.
    std::unique_ptr<KioskStore> set_up_in(const std::string& machine, const std::string& code, std::uint64_t seed)
    {
        auto store = KioskStore::open(program.folder / machine, seeded(seed), morning).value();
        REQUIRE(sentence(set_up_from(*store, program.folder / "work" / (code + ".setup"), six_words.at(code), morning)) == "(no error)");
        return store;
    }
    void export_of(KioskStore& store, Instant now = morning)
    {
        std::filesystem::create_directories(stick);
        Exporter exporter{"0.1.0"};
        REQUIRE(sentence(exporter.start(store, stick, now, ClockTrust::trusted)) == "(no error)");
        auto end = exporter.take_end(store, now, ClockTrust::trusted);
        while (!end) end = exporter.take_end(store, now, ClockTrust::trusted);
        INFO(sentence(*end));
        REQUIRE(*end);
    }
    nlohmann::json round(const std::string& now = "2026-11-24T09:00")
    {
        const auto ran = program.run("round --json ../stick --programme ../programme", now);
        INFO(ran.said << ran.complained);
        REQUIRE(ran.code == 0);
        return nlohmann::json::parse(ran.said);
    }
    std::string import(KioskStore& store, Instant now = morning) const
    {
        return take_over(store, stick, now);
    }
    // The desk's disk, as it was when it was kept; the mark beside the database stays.
    void keep_desk() const { std::filesystem::copy(program.folder / "desk/desk.db", program.folder / "backup.db"); }
    void put_desk_back() const
    {
        for (const auto* file : {"desk.db", "desk.db-wal", "desk.db-shm"}) std::filesystem::remove(program.folder / "desk" / file);
        std::filesystem::copy(program.folder / "backup.db", program.folder / "desk/desk.db");
    }
    static bool has_place(KioskStore& store, std::int64_t person)
    {
        const auto standing = store.activities().places(lunch).standing_of(PersonId{person});
        return standing && std::holds_alternative<HasPlace>(*standing);
    }
    static void sign_up(KioskStore& store, std::int64_t person, int minute)
    {
        REQUIRE(store.sign_ups().sign_up(lunch, PersonId{person}, morning + std::chrono::minutes{minute}, ClockTrust::trusted));
    }

    std::string more_people;
    std::map<std::string, std::string> six_words;
    Program program;
    std::filesystem::path stick = program.folder / "stick";
    std::unique_ptr<KioskStore> adults, hospital;
};

}
