// The desk's program: reads the command line and brings the halves together. What each command does is in desk/commands.hpp.
#include "desk/commands.hpp"
#include "desk/table.hpp"
#include "exchange/recovery_words.hpp"
#include "exchange/setup_words.hpp"
#include "exchange/shown_text.hpp"
#include "platform/clocks.hpp"
#include "platform/entropy.hpp"
#include "store/database.hpp"
#include "store/temporary_files.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <iostream>
#include <utility>
#include <unistd.h>

using namespace refectory;

namespace {

struct Options {
    std::filesystem::path desk = "refectory-desk-data", programme, output, backup;
    std::string now, from, until;
    commands::NewKiosk kiosk;
    commands::NewPass pass;
    commands::NewPasses passes;
    std::string person, pass_number;
    std::filesystem::path parcel;
    bool shows_rows = false, speaks_json = false, all_numbers = false, other_machines = false;
    std::vector<std::filesystem::path> parcels;
    std::filesystem::path stick;
};

// As it was typed. Of what is no number, or too large a one, 0 is made, which nobody and nothing has: each command says what it wants.
template <class Number>
Number number_in(const std::string& text)
{
    Number number{};
    const auto end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end ? number : Number{};
}

PersonId person_in(const std::string& text)
{
    return {number_in<std::int64_t>(text)};
}

using Command = std::function<Result<>(const commands::Setting&)>;

// Asked for on the other stream, so that what is printed can be kept. They may be typed over several lines; an empty one ends them.
std::string words_typed(std::string_view question, std::size_t count)
{
    fmt::print(stderr, "{} ", question);
    std::string words, line;
    while (tidy_setup_words(words).size() < count && std::getline(std::cin, line) && !line.empty()) words += line + "\n";
    return words;
}

void add_backup_commands(CLI::App& app, Options& options, Command& chosen)
{
    auto* backup = app.add_subcommand("backup", "Write all that the desk has into one file, sealed with six words");
    backup->add_option("FILE", options.backup, "the file to write")->required();
    backup->callback([&] { chosen = [&](const auto& setting) { return commands::back_up(setting, options.backup); }; });
    auto* restore = app.add_subcommand("restore", "Put a desk back from a backup; its six words are asked for");
    restore->add_option("FILE", options.backup, "the backup")->required();
    restore->callback([&] {
        chosen = [&](const auto& setting) {
            return commands::restore(setting, options.backup, [] { return words_typed("Type the six words that were shown with this backup:", setup_words_count); });
        };
    });
}

void add_key_commands(CLI::App& app, Command& chosen)
{
    auto* keys = app.add_subcommand("keys", "The desk's keys")->require_subcommand(1);
    keys->add_subcommand("rotate", "Give the desk new keys, as after a theft; the recovery words are asked for")->callback([&] {
        chosen = [](const auto& setting) {
            return commands::change_keys(setting, [] { return words_typed("Type the recovery words that were shown when this desk began:\n", recovery_words_count); });
        };
    });
}

void add_desk_commands(CLI::App& app, Options& options, Command& chosen)
{
    app.add_subcommand("init", "Begin a desk")->callback([&] { chosen = commands::begin_desk; });

    auto* kiosk = app.add_subcommand("kiosk", "Kiosks")->require_subcommand(1);
    auto* add = kiosk->add_subcommand("add", "Add a kiosk and write its set-up file");
    add->add_option("CODE", options.kiosk.place.code, "its short code, as in MC-ADULTS")->required();
    add->add_option("--team", options.kiosk.place.team, "the team in whose office it stands")->required();
    add->add_option("--organisation", options.kiosk.place.organisation, "the team's organisation")->required();
    add->add_option("--site", options.kiosk.place.site, "the building")->required();
    add->add_option("--programme", options.kiosk.programme, "the programme folder that it begins with");
    add->add_option("-o,--output", options.kiosk.setup_file, "the set-up file to write")->required();
    add->callback([&] { chosen = [&](const auto& setting) { return commands::add_kiosk(setting, options.kiosk); }; });
    auto* retire = kiosk->add_subcommand("retire", "Give up a kiosk that is gone for good");
    retire->add_option("CODE", options.kiosk.place.code, "its short code")->required();
    retire->add_flag("--other-machines", options.other_machines, "only its other machines, and other histories of a disk, besides the one that exported last");
    retire->callback([&] {
        chosen = [&](const auto& setting) {
            const auto& code = options.kiosk.place.code;
            return options.other_machines ? commands::retire_other_machines(setting, code) : commands::retire_kiosk(setting, code);
        };
    });
}

void add_programme_commands(CLI::App& app, Options& options, Command& chosen)
{
    auto* programme = app.add_subcommand("programme", "Programmes for the kiosks")->require_subcommand(1);
    auto* check = programme->add_subcommand("check", "Read a programme folder and list every fault in it");
    check->add_option("DIR", options.programme, "the folder of spreadsheets")->required();
    check->callback([&] { chosen = [&](const auto& setting) { return commands::check_programme(setting, options.programme); }; });
    auto* publish = programme->add_subcommand("publish", "Write a programme file for each kiosk");
    publish->add_option("DIR", options.programme, "the folder of spreadsheets")->required();
    publish->add_option("-o,--output", options.output, "the folder for the files")->required();
    publish->callback([&] { chosen = [&](const auto& setting) { return commands::publish_programme(setting, options.programme, options.output); }; });
}

void add_passes_command(CLI::App& app, Options& options, Command& chosen)
{
    auto* passes = app.add_subcommand("passes", "Make a pass for every academic of a programme, on sheets to cut");
    passes->add_option("DIR", options.passes.programme, "the folder of spreadsheets")->required();
    passes->add_option("--from", options.passes.from, "the first day they are good for; today, if not given");
    passes->add_option("--until", options.passes.until, "the last day; 90 days later, if not given");
    passes->add_option("-o,--output", options.passes.sheet, "the PDF to write");
    passes->add_option("--png", options.passes.pictures, "a folder for a picture of each, for phones");
    passes->callback([&] { chosen = [&](const auto& setting) { return commands::make_passes(setting, options.passes); }; });
}

void add_visit_commands(CLI::App& app, Options& options, Command& chosen)
{
    auto* pass = app.add_subcommand("pass", "One academic's pass")->require_subcommand(1);
    auto* make = pass->add_subcommand("make", "Make a pass for an academic");
    make->add_option("PERSON", options.person, "the academic's number in people.csv")->required();
    make->add_option("--from", options.pass.from, "the first day it is good for; today, if not given");
    make->add_option("--until", options.pass.until, "the last day; 90 days later, if not given");
    make->add_option("-o,--output", options.pass.file, "the pictures to write, without .png and .svg")->required();
    make->callback([&] {
        options.pass.person = person_in(options.person);
        chosen = [&](const auto& setting) { return commands::make_pass(setting, options.pass); };
    });
    auto* withdraw = pass->add_subcommand("withdraw", "Withdraw a pass that was lost");
    withdraw->add_option("PASS", options.pass_number, "the pass's number")->required();
    withdraw->callback([&] { chosen = [&](const auto& setting) { return commands::withdraw_pass(setting, PassNumber{number_in<std::uint32_t>(options.pass_number)}); }; });
    add_passes_command(app, options, chosen);
    app.add_subcommand("codes", "List the visit codes by activity")->callback([&] { chosen = commands::list_codes; });
}

void add_parcel_commands(CLI::App& app, Options& options, Command& chosen)
{
    auto* collect = app.add_subcommand("collect", "Take parcels from the kiosks in");
    collect->add_option("PATH", options.parcels, "parcels, or folders and sticks that hold some")->required();
    collect->callback([&] { chosen = [&](const auto& setting) { return commands::collect_parcels(setting, options.parcels); }; });
    auto* inspect = app.add_subcommand("inspect", "Open a parcel, check it and say what is in it");
    inspect->add_option("FILE", options.parcel, "the parcel")->required();
    inspect->add_flag("--rows", options.shows_rows, "show each row as well");
    inspect->callback([&] {
        chosen = [&](const auto& setting) {
            return commands::inspect_file(setting, options.parcel, options.shows_rows ? commands::Rows::shown : commands::Rows::counted);
        };
    });
}

void add_person_commands(CLI::App& app, Options& options, Command& chosen)
{
    auto* person = app.add_subcommand("person", "What is held on one person, and erasing it")->require_subcommand(1);
    auto* show = person->add_subcommand("show", "Show all that is held on one person");
    show->add_option("PERSON", options.person, "the person's number")->required();
    show->callback([&] { chosen = [&](const auto& setting) { return commands::show_person(setting, person_in(options.person)); }; });
    auto* erase = person->add_subcommand("erase", "Erase one person here and, with the next programme, at every kiosk");
    erase->add_option("PERSON", options.person, "the person's number")->required();
    erase->add_flag("--all-numbers", options.all_numbers, "with the other numbers that same_person.csv says are the same person");
    erase->callback([&] {
        chosen = [&](const auto& setting) {
            return commands::erase_person(setting, person_in(options.person), options.all_numbers ? commands::Numbers::all : commands::Numbers::this_one);
        };
    });
}

void add_round_commands(CLI::App& app, Options& options, Command& chosen)
{
    auto* round = app.add_subcommand("round", "Collect what is on a stick, decide, publish, and write every kiosk's file back to it");
    round->add_option("STICK", options.stick, "the stick's folder")->required();
    round->add_option("--programme", options.programme, "the folder of spreadsheets; the one that was published last, if not given");
    round->callback([&] { chosen = [&](const auto& setting) { return commands::make_round(setting, options.stick, options.programme); }; });
    auto* visits = app.add_subcommand("visits", "How long each academic was there, over all kiosks");
    visits->add_option("--from", options.from, "the first day; a year ago, if not given");
    visits->add_option("--until", options.until, "the last day; today, if not given");
    visits->callback([&] { chosen = [&](const auto& setting) { return commands::list_visits(setting, options.from, options.until); }; });
    app.add_subcommand("status", "What is known of each kiosk, what is missing and what waits")->callback([&] { chosen = commands::show_status; });
}

// What could not be printed was not said: a full disk under a redirected output, a reader that is gone.
Result<> print(const std::string& text)
{
    const auto written = std::fwrite(text.data(), 1, text.size(), stdout);
    if (written < text.size() || std::fflush(stdout) != 0) return failure("It was done, but what there is to say could not be written out.");
    return {};
}

// The last line of a terminal, for who waits before it. One that is gone is written to in vain.
class ProgressLine {
public:
    ~ProgressLine() { clear(); }
    void show(std::string_view words)
    {
        if (::isatty(STDERR_FILENO) != 1) return;
        std::fputs(("\r\033[K" + std::string{words}).c_str(), stderr);
        is_shown_ = true;
    }
    void clear()
    {
        if (std::exchange(is_shown_, false)) std::fputs("\r\033[K", stderr);
    }

private:
    bool is_shown_ = false;
};

Result<> run(const Options& options, const Command& command)
{
    const auto fixed = parse_moment(options.now);
    if (!options.now.empty() && !fixed) return failure("The time for --now is written as 2026-11-24T11:52.");
    ProgressLine progress;
    const commands::Setting setting{options.desk, fixed.value_or(platform::wall_now()), platform::system_entropy,
                                    [&](const commands::Said& said) {
                                        progress.clear();
                                        return print(options.speaks_json ? said.json + "\n" : shown_lines(said.words));
                                    },
                                    [&](std::string_view words) { progress.show(words); }};
    keep_temporary_files_in(options.desk);
    try {
        return guarded([&] { return command(setting); });
    } catch (const std::exception&) {  // of a library, about words that it was given
        return failure("Something in a name or a path could not be written. What was done before that stands.");
    }
}

}

int main(int argc, char** argv)
{
    CLI::App app{"The desk of Refectory"};
    Options options;
    Command command;
    app.set_version_flag("--version", "refectory-desk " REFECTORY_VERSION);
    app.add_option("--desk", options.desk, "the folder that the desk keeps its data in");
    app.add_option("--now", options.now, "take this for the time, as in 2026-11-24T11:52");
    app.add_flag("--json", options.speaks_json, "say everything as JSON, an object a line");
    app.fallthrough();
    app.require_subcommand(1);
    add_desk_commands(app, options, command);
    add_backup_commands(app, options, command);
    add_key_commands(app, command);
    add_programme_commands(app, options, command);
    add_visit_commands(app, options, command);
    add_parcel_commands(app, options, command);
    add_person_commands(app, options, command);
    add_round_commands(app, options, command);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const bool is_refused = app.exit(error) != 0;  // --help and --version come this way too
        const std::span words{argv, static_cast<std::size_t>(argc)};
        if (is_refused && std::ranges::count(words, std::string_view{"--json"}) > 0) fmt::print("{}\n", commands::said_of({error.what()}).json);
        return is_refused ? 1 : 0;
    }
    if (sodium_init() < 0) return 1;

    const auto result = run(options, command);
    if (result) return 0;
    const auto said = commands::said_of(result.error());
    if (options.speaks_json) fmt::print("{}\n", said.json);
    fmt::print(stderr, "{}", shown_lines(said.words));
    return 1;
}
