// What the desk's program does for a coordinator, a function a command. Each says what it did, in plain words and as JSON, or
// returns the sentence that says why it did not. Reading the command line, printing and the machine's devices are main.cpp's.
#pragma once

#include "domain/bytes.hpp"
#include "domain/ids.hpp"
#include "domain/instant.hpp"
#include "domain/result.hpp"
#include "store/known_kiosks.hpp"

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace refectory::commands {

struct Said {
    std::string words;  // for a person
    std::string json;   // the same for a program: one object, on one line
};

Said said_of(const Error& error);

struct Setting {
    std::filesystem::path desk;
    Instant now;
    Entropy entropy;
    std::function<Result<>(const Said&)> say;
    std::function<void(std::string_view)> show_progress;  // in words, each instead of those before; gone with what is said
};

Result<> begin_desk(const Setting& setting);
// All that the desk has in one file, and six words that open it.
Result<> back_up(const Setting& setting, const std::filesystem::path& file);
// For the words as they are typed, once it is known that they are needed.
using AskForWords = std::function<std::string()>;
Result<> restore(const Setting& setting, const std::filesystem::path& file, const AskForWords& ask_for_words);
// New keys for the desk, in the name of the recovery words.
Result<> change_keys(const Setting& setting, const AskForWords& ask_for_words);

struct NewKiosk {
    KioskPlace place;
    std::filesystem::path programme;  // empty: it is set up without one
    std::filesystem::path setup_file;
};
Result<> add_kiosk(const Setting& setting, const NewKiosk& kiosk);

// For good: its empty chairs are the desk's again, and nobody waits for its word any more.
Result<> retire_kiosk(const Setting& setting, const std::string& code);
Result<> retire_other_machines(const Setting& setting, const std::string& code);

Result<> check_programme(const Setting& setting, const std::filesystem::path& programme);
Result<> publish_programme(const Setting& setting, const std::filesystem::path& programme, const std::filesystem::path& folder);

struct NewPass {
    PersonId person;
    std::string from, until;     // dates as in the programme folder; empty: today, and 90 days later
    std::filesystem::path file;  // without .png and .svg
};
Result<> make_pass(const Setting& setting, const NewPass& pass);

// For every academic of a programme folder.
struct NewPasses {
    std::filesystem::path programme;
    std::string from, until;         // as above
    std::filesystem::path sheet;     // A4 pages to cut, as a PDF
    std::filesystem::path pictures;  // a folder for a PNG a pass; either of the two may be empty
};
Result<> make_passes(const Setting& setting, const NewPasses& passes);
Result<> withdraw_pass(const Setting& setting, PassNumber pass);

// All that is held on one person, under every number that was found to be theirs.
Result<> show_person(const Setting& setting, PersonId person);
// Where same_person.csv says that other numbers are the same person, only with all of them: no slip in it erases somebody else unasked.
enum class Numbers { this_one, all };
Result<> erase_person(const Setting& setting, PersonId person, Numbers numbers);

Result<> show_status(const Setting& setting);
// Collects what is on the stick, decides, and publishes to it. Without a programme folder the one that was published last.
Result<> make_round(const Setting& setting, const std::filesystem::path& stick, const std::filesystem::path& programme);

// How long each academic was there, over all kiosks. Dates as in the programme folder; empty: the last year.
Result<> list_visits(const Setting& setting, const std::string& from, const std::string& until);

Result<> list_codes(const Setting& setting);

enum class Rows { counted, shown };
Result<> inspect_file(const Setting& setting, const std::filesystem::path& file, Rows rows);
// An error where any of them was refused; the others are in all the same.
Result<> collect_parcels(const Setting& setting, std::span<const std::filesystem::path> paths);

}
