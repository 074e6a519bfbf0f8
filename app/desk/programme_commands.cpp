#include "desk/command_words.hpp"
#include "desk/json_line.hpp"
#include "desk/programme_warnings.hpp"
#include "desk/publication_words.hpp"

#include <fmt/format.h>

namespace refectory::commands {

namespace {

using Json = nlohmann::ordered_json;

}

Result<> check_programme(const Setting& setting, const std::filesystem::path& folder)
{
    REFECTORY_TRY_ASSIGN(const auto programme, read_programme(setting, folder));
    std::vector<Fault> warnings;
    if (const auto desk = Desk::open(setting.desk, setting.entropy, setting.now)) {  // where there is one yet, its kiosks are known
        if (const auto faults = (*desk)->faults_of(programme, setting.now); !faults.empty()) return std::unexpected(to_mend(setting, faults));
        warnings = (*desk)->warnings_of(programme, setting.now);
    } else {
        warnings = warnings_of(programme, {}, local_date(setting.now));
    }
    auto said = fmt::format("{}, and no fault.\n", size_of(programme));
    for (const auto& line : warning_lines(warnings)) said += line + "\n";
    return setting.say({std::move(said), json_line(Json{{"activities", programme.all.activities.size()}, {"people", programme.all.people.size()},
                                       {"warnings", Json::parse(warnings_json(warnings))}})});
}

Result<> publish_programme(const Setting& setting, const std::filesystem::path& programme_folder, const std::filesystem::path& folder)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    REFECTORY_TRY_ASSIGN(const auto programme, read_programme(setting, programme_folder));
    if (const auto faults = desk->faults_of(programme, setting.now); !faults.empty()) return std::unexpected(to_mend(setting, faults));
    REFECTORY_TRY_ASSIGN(const auto published, desk->publish(programme, folder, setting.now));
    REFECTORY_TRY(desk->store().publications().remember_folder(programme_folder));
    const PublicationWords words{programme, *desk};
    const auto overlaps = words.overlaps_before(setting.now);
    const auto warnings = desk->warnings_of(programme, setting.now);
    auto said = fmt::format("Programme {} is published: {}.\n", published.decisions.publication.serial, size_of(programme));
    for (const auto& file : published.files) said += fmt::format("{}: {}\n  fingerprint: {}\n", file.kiosk, file.path.string(), file.fingerprint);
    for (const auto& line : words.lines_of(published.decisions)) said += line + "\n";
    for (const auto& line : overlaps.new_lines) said += line + "\n";
    for (const auto& line : warning_lines(warnings)) said += line + "\n";
    said += "Copy the files to a stick and carry it to the kiosks. Each kiosk takes its own file and no other.\n";
    auto json = Json::parse(words.json_of(published, overlaps));
    json["warnings"] = Json::parse(warnings_json(warnings));
    REFECTORY_TRY(setting.say({std::move(said), json_line(json)}));
    return words.were_said(published, overlaps);
}

}
