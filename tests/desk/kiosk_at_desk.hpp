// A desk of the program's own and one kiosk's store that was set up by it, with a stick between them.
#pragma once

#include "exchange/exporter.hpp"
#include "program_in_test.hpp"
#include "support/brought.hpp"

#include <nlohmann/json.hpp>

namespace refectory::test {

struct KioskAtDesk {
    KioskAtDesk()
    {
        std::filesystem::create_directory(stick);
        std::filesystem::copy(demonstration_folder, program.folder / "programme");
        write_allotments();
        const auto begun = program.run("--json init");
        REQUIRE(begun.code == 0);
        begun_said = nlohmann::json::parse(begun.said);
    }
    // As a coordinator adds it; returns what was said.
    nlohmann::json add(const std::string& file = "setup") const
    {
        return said("kiosk add MC-ADULTS --team 'Adults team' --organisation 'Medway Council' --site 'Gun Wharf' --programme ../programme -o " + file);
    }
    void set_up(const nlohmann::json& added)
    {
        store = KioskStore::open(program.folder / "kiosk", seeded(1), morning).value();
        REQUIRE(sentence(set_up_from(*store, program.folder / "work" / added["file"], added["words"].get<std::string>(), morning)) == "(no error)");
    }
    // Chairs of other kiosks are nobody's here.
    void write_allotments() const
    {
        const auto all = file_text(demonstration_folder / "allotments.csv");
        std::ofstream kept{program.folder / "programme/allotments.csv"};
        for (std::size_t from = 0; from < all.size();) {
            const auto end = std::min(all.find('\n', from), all.size() - 1) + 1;
            const auto line = all.substr(from, end - from);
            if (from == 0 || line.find("MC-ADULTS") != std::string::npos) kept << line;
            from = end;
        }
    }
    nlohmann::json said(const std::string& arguments) const
    {
        const auto ran = program.run("--json " + arguments);
        INFO(ran.said << ran.complained);
        REQUIRE(ran.code == 0);
        return nlohmann::json::parse(ran.said);
    }
    nlohmann::json round() const { return said("round ../stick --programme ../programme"); }
    void sign_up(std::int64_t person) const
    {
        REQUIRE(store->sign_ups().sign_up(ActivityId{"LUNCH-1"}, PersonId{person}, morning, ClockTrust::trusted));
    }
    std::string export_to_stick(int hour) const
    {
        const auto now = morning + std::chrono::hours{hour};
        Exporter exporter{"0.1.0"};
        if (const auto started = exporter.start(*store, stick, now, ClockTrust::trusted); !started) return sentence(started);
        auto end = exporter.take_end(*store, now, ClockTrust::trusted);
        while (!end) end = exporter.take_end(*store, now, ClockTrust::trusted);
        return sentence(*end);
    }
    std::string import(const std::filesystem::path& file) const
    {
        const Folder alone;
        std::filesystem::copy_file(file, alone / file.filename().string());
        return take_over(*store, alone.path(), morning);
    }
    std::string import_newest() const { return take_over(*store, stick, morning); }

    Program program;
    nlohmann::json begun_said;
    std::filesystem::path stick = program.folder / "stick";
    std::unique_ptr<KioskStore> store;
};

}
