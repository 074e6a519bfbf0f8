#include "desk/command_words.hpp"

#include "desk/json_line.hpp"

#include <fmt/format.h>

namespace refectory::commands {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const std::vector<Fault>& faults)
{
    auto list = Json::array();
    for (const auto& fault : faults)
        list.push_back({{"file", fault.file}, {"line", fault.line}, {"column", fault.column}, {"sentence", fault.sentence}});
    return list;
}

}

std::string counted(std::int64_t number, std::string_view one, std::string_view more)
{
    return fmt::format("{} {}", number, number == 1 ? one : more);
}

std::string counted(std::int64_t number, std::string_view noun)
{
    return counted(number, noun, std::string{noun} + "s");
}

OnParcel shown_by(const Setting& setting)
{
    return [&setting](std::size_t number, std::size_t count) { setting.show_progress(fmt::format("Taking in {} of {}", number, count)); };
}

std::string moment_words(Instant moment)
{
    const auto time = local_time(moment);
    return fmt::format("{} at {:02}:{:02}", iso_date(time.date), time.hour, time.minute);
}

Result<Date> date_of(const std::string& word, Date today, Date otherwise)
{
    return word.empty() ? otherwise : parse_date(word, today);
}

Error to_mend(const Setting& setting, const std::vector<Fault>& faults)
{
    if (const auto said = setting.say({"", json_line(Json{{"faults", json_of(faults)}})}); !said) return said.error();
    return {fmt::format("{}{} to mend. Nothing can be published from this folder yet.", words_of(faults), counted(std::ssize(faults), "fault"))};
}

Result<DeskProgramme> read_programme(const Setting& setting, const std::filesystem::path& folder)
{
    auto read = read_programme_folder(folder, local_date(setting.now));
    if (!read) return std::unexpected(to_mend(setting, read.error()));
    return std::move(*read);
}

DeskProgramme newest_programme(const Setting& setting, Desk& desk)
{
    const auto folder = desk.store().publications().folder();
    auto read = read_programme_folder(folder, local_date(setting.now));
    return read ? std::move(*read) : DeskProgramme{};
}

std::vector<std::string> warning_lines(const std::vector<Fault>& warnings)
{
    std::vector<std::string> lines;
    for (const auto& warning : warnings)
        lines.push_back(fmt::format("Warning: {}:{}: {}: {}", warning.file, warning.line, warning.column, warning.sentence));
    return lines;
}

std::string warnings_json(const std::vector<Fault>& warnings)
{
    return json_line(json_of(warnings));
}

std::string size_of(const DeskProgramme& programme)
{
    return counted(std::ssize(programme.all.activities), "activity", "activities") + " and " +
           counted(std::ssize(programme.all.people), "person", "people");
}

}
