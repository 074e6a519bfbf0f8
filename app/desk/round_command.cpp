#include "desk/collect_words.hpp"
#include "desk/command_words.hpp"
#include "desk/json_line.hpp"
#include "desk/publication_words.hpp"
#include "exchange/collect.hpp"
#include "store/desk_status.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

namespace refectory::commands {

namespace {

using Json = nlohmann::ordered_json;

struct Round {
    CollectReport collected;
    DeskProgramme programme;
    Published published;
};

std::filesystem::path folder_of(const std::filesystem::path& named, Desk& desk)
{
    return named.empty() ? desk.store().publications().folder() : named;
}

// What was collected stays collected, whatever becomes of the rest.
Result<> publish(const Setting& setting, Desk& desk, const std::filesystem::path& stick, const std::filesystem::path& named, Round& round)
{
    const auto folder = folder_of(named, desk);
    if (folder.empty()) return failure("Say once where the programme's spreadsheets are: refectory-desk round STICK --programme DIR.");
    REFECTORY_TRY_ASSIGN(round.programme, read_programme(setting, folder));
    if (const auto faults = desk.faults_of(round.programme, setting.now); !faults.empty()) return std::unexpected(to_mend(setting, faults));
    REFECTORY_TRY_ASSIGN(round.published, desk.publish(round.programme, stick, setting.now));
    return desk.store().publications().remember_folder(folder);
}

// What a coordinator calls it, however it was typed: "stick/" and "." have no name of their own.
std::string name_of_stick(const std::filesystem::path& stick)
{
    std::error_code error;
    auto folder = std::filesystem::absolute(stick, error).lexically_normal();
    if (!folder.has_filename()) folder = folder.parent_path();
    return folder.has_filename() ? shown_name(folder.filename()) : "the stick";
}

// The same five lines where nothing was published; why, and what is to be mended, is said after them.
std::string nothing_published(const CollectWords& collected, const std::string& stick)
{
    return fmt::format("Collected  {}\n"
                       "Decided    Nothing that is told before a programme is published.\n"
                       "Published  Nothing, for the reason below.\n"
                       "Stick      {} has no new programme for the kiosks.\n"
                       "To do      Mend what is said below, and make the round again.\n\n"
                       "{}", collected.sum(), stick, collected.everything());
}

bool waits_for_others(const Shortfall& one)
{
    return one.machines == 1 && !one.has_several_histories && one.got + one.held_by_gone < one.wanted;
}

// The most pressing first.
std::vector<std::string> still_to_do(const CollectWords& collected, const Decisions& decisions, const DeskStatus& status)
{
    std::vector<std::string> to_do;
    if (collected.has_newly_refused()) to_do.push_back("Look at what was refused, below. Of a parcel nothing is lost: the kiosk sends all of it again until it is here.");
    std::ranges::copy(collected.findings(), std::back_inserter(to_do));
    if (!decisions.is_complete())
        to_do.push_back("Carry this programme to every kiosk, collect from them, and make the round again: until then no chair is given out.");
    for (const auto& [activity, what, people] : decisions.unsaid)
        to_do.push_back(fmt::format("Tell {} of {}, by its state and a reason: {}, below.", counted(std::ssize(people), "person", "people"), activity.value, name_of(what)));
    const auto with_two = std::ranges::count_if(decisions.doubles, [](const DoubleAtActivity& one) { return one.sign_up.has_place_here; });
    if (with_two > 0)
        to_do.push_back(fmt::format("Ask which place to cancel: {} two places at one activity, below.", counted(with_two, "person has", "people have")));
    if (decisions.is_complete() && std::ranges::any_of(decisions.shortfalls, waits_for_others))
        to_do.push_back("Make the round again when the other kiosks have exported: chairs that allotments.csv gives away are still held or kept elsewhere.");
    if (decisions.is_complete() && std::ranges::any_of(decisions.shortfalls, [](const Shortfall& one) { return one.machines > 1 || one.has_several_histories; }))
        to_do.push_back("Say which machines are gone, below: several stand, or may stand, for one kiosk, and they share its chairs.");
    if (decisions.is_complete() && status.people_waiting > 0)
        to_do.push_back(fmt::format("{} still for a chair that nobody has to give.", counted(status.people_waiting, "person waits", "people wait")));
    return to_do;
}

std::string promises_told(const Decisions& decisions)
{
    const auto told = std::ranges::count_if(decisions.forgotten, [](const DecidedPromise& one) { return one.promise.is_told; });
    return told == 0 ? "" : fmt::format(", and {} told to the kiosk that had forgotten", counted(told, "place was", "places were")) + (told == 1 ? " it" : " them");
}

std::string five_lines(const Round& round, const CollectWords& collected, const std::string& stick, const std::vector<std::string>& to_do)
{
    const auto& decisions = round.published.decisions;
    const auto given = std::ssize(decisions.given_before) + std::ssize(decisions.gifts) + std::ssize(decisions.by_allotment);
    return fmt::format("Collected  {}\n"
                       "Decided    {} given to people who waited{}.\n"
                       "Published  Programme {} for {}.\n"
                       "Stick      Carry {} to the kiosks: each takes its own file and no other.\n"
                       "To do      {}\n",
                       collected.sum(),
                       counted(given, "chair was", "chairs were"), promises_told(decisions), decisions.publication.serial,
                       counted(std::ssize(round.published.files), "kiosk"), stick, to_do.empty() ? "Nothing else is to be done." : to_do.front());
}

}

Result<> make_round(const Setting& setting, const std::filesystem::path& stick, const std::filesystem::path& programme)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    if (!std::filesystem::is_directory(stick)) return failure("There is no stick at " + stick.string() + ".");
    Round round;
    REFECTORY_TRY_ASSIGN(round.collected, collect(desk->store().database(), desk->age_identities(), desk->find_key(), {&stick, 1}, setting.now, shown_by(setting)));
    CollectWords collected{round.collected, desk->store()};
    if (const auto done = publish(setting, *desk, stick, programme, round); !done) {
        REFECTORY_TRY(setting.say({nothing_published(collected, name_of_stick(stick)), collected.json()}));
        REFECTORY_TRY(collected.were_said());
        return done;
    }
    const PublicationWords published{round.programme, *desk};
    const auto overlaps = published.overlaps_before(setting.now);
    const auto status = status_of(desk->store(), setting.now);
    const auto warnings = desk->warnings_of(round.programme, setting.now);
    const auto to_do = still_to_do(collected, round.published.decisions, status);
    auto details = collected.refused_files();
    std::ranges::copy(to_do | std::views::drop(1), std::back_inserter(details));
    std::ranges::copy(collected.gaps_known_before(), std::back_inserter(details));
    for (const auto& file : round.published.files) details.push_back(fmt::format("{} runs it when its admin page shows: {}", file.kiosk, file.fingerprint));
    std::ranges::copy(published.lines_of(round.published.decisions), std::back_inserter(details));
    std::ranges::copy(overlaps.new_lines, std::back_inserter(details));
    std::ranges::copy(warning_lines(warnings), std::back_inserter(details));
    auto said = five_lines(round, collected, name_of_stick(stick), to_do);
    for (const auto& line : details) said += (&line == &details.front() ? "\n" : "") + line + "\n";
    REFECTORY_TRY(setting.say({std::move(said), json_line(Json{{"collected", Json::parse(collected.json())},
                                       {"published", Json::parse(published.json_of(round.published, overlaps))},
                                       {"people_waiting", status.people_waiting}, {"to_do", to_do},
                                       {"warnings", Json::parse(warnings_json(warnings))}})}));
    REFECTORY_TRY(collected.were_said());
    REFECTORY_TRY(published.were_said(round.published, overlaps));
    if (collected.has_newly_refused()) return failure("Not all was taken in.");
    return {};
}

}
