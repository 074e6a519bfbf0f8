#include "desk/collect_words.hpp"
#include "desk/command_words.hpp"
#include "desk/publication_words.hpp"
#include "exchange/collect.hpp"
#include "store/desk_status.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

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
    if (const auto faults = desk.faults_of(round.programme, setting.now); !faults.empty()) return std::unexpected(to_mend(faults));
    REFECTORY_TRY_ASSIGN(round.published, desk.publish(round.programme, stick, setting.now));
    return desk.store().publications().remember_folder(folder);
}

std::string still_to_do(const CollectWords& words, const DeskStatus& status)
{
    const auto findings = words.findings();
    if (words.refused() > 0) return "Look at what was refused: refectory-desk status says why. It is not lost: it is on the stick, and at the kiosk.";
    if (!findings.empty()) return findings.front();
    if (status.people_waiting > 0) return fmt::format("{} still for a chair that nobody has to give.", counted(status.people_waiting, "person waits", "people wait"));
    return "Nothing else is to be done.";
}

}

Result<> make_round(const Setting& setting, const std::filesystem::path& stick, const std::filesystem::path& programme)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    if (!std::filesystem::is_directory(stick)) return failure("There is no stick at " + stick.string() + ".");
    Round round;
    REFECTORY_TRY_ASSIGN(round.collected, collect(desk->store().database(), desk->age_identities(), desk->find_key(), {&stick, 1}, setting.now));
    const CollectWords collected{round.collected, desk->store()};
    if (const auto done = publish(setting, *desk, stick, programme, round); !done) {
        if (!round.collected.files.empty()) setting.say({collected.everything(), collected.json()});
        return done;
    }
    const PublicationWords published{round.programme, *desk};
    const auto status = status_of(desk->store(), setting.now);
    const auto& decisions = round.published.decisions;
    auto said = fmt::format("Collected  {}\n"
                            "Decided    {} given to people who waited.\n"
                            "Published  Programme {} for {}.\n"
                            "Stick      Carry {} to the kiosks: each takes its own file and no other.\n"
                            "To do      {}\n",
                            round.collected.files.empty() ? "No parcel was on the stick." : collected.sum(), counted(std::ssize(decisions.gifts), "chair was", "chairs were"),
                            decisions.publication.serial, counted(std::ssize(round.published.files), "kiosk"), stick.filename().string(),
                            still_to_do(collected, status));
    std::vector<std::string> details;
    for (const auto& file : round.published.files) details.push_back(fmt::format("{} runs it when its admin page shows: {}", file.kiosk, file.fingerprint));
    std::ranges::copy(published.lines_of(decisions), std::back_inserter(details));
    std::ranges::copy(published.overlaps_before(setting.now), std::back_inserter(details));
    std::ranges::copy(warning_lines(setting, round.programme), std::back_inserter(details));
    for (const auto& line : details) said += (&line == &details.front() ? "\n" : "") + line + "\n";
    setting.say({std::move(said), Json{{"collected", Json::parse(collected.json())}, {"published", Json::parse(published.json_of(round.published))},
                                       {"people_waiting", status.people_waiting}}.dump()});
    if (collected.refused() > 0) return failure("Not all was taken in.");
    return {};
}

}
