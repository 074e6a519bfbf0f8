#include "desk/commands.hpp"

#include "desk/desk.hpp"
#include "exchange/setup_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace refectory::commands {

namespace {

using Json = nlohmann::ordered_json;

std::string counted(std::size_t number, std::string_view one, std::string_view more)
{
    return fmt::format("{} {}", number, number == 1 ? one : more);
}

Error to_mend(const std::vector<Fault>& faults)
{
    return {fmt::format("{}{} to mend. Nothing can be published from this folder yet.", words_of(faults), counted(faults.size(), "fault", "faults"))};
}

Result<DeskProgramme> read_programme(const Setting& setting, const std::filesystem::path& folder)
{
    auto read = read_programme_folder(folder, local_date(setting.now));
    if (!read) return std::unexpected(to_mend(read.error()));
    return std::move(*read);
}

std::string size_of(const DeskProgramme& programme)
{
    return counted(programme.all.activities.size(), "activity", "activities") + " and " + counted(programme.all.people.size(), "person", "people");
}

}

Said said_of(const Error& error)
{
    return {error.sentence + "\n", Json{{"error", error.sentence}}.dump()};
}

Result<> begin_desk(const Setting& setting)
{
    REFECTORY_TRY(Desk::begin(setting.desk, setting.entropy, setting.now));
    setting.say({fmt::format("The desk begins in {}.\n"
                             "Its secret keys are in desk.keys there. Whoever has that file can publish in the desk's name: keep a copy in a safe\n"
                             "place, and give it to nobody.\n",
                             setting.desk.string()),
                 Json{{"desk", setting.desk.string()}}.dump()});
    return {};
}

Result<> add_kiosk(const Setting& setting, const NewKiosk& kiosk)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy));
    std::optional<DeskProgramme> programme;
    if (!kiosk.programme.empty()) {
        REFECTORY_TRY_ASSIGN(programme, read_programme(setting, kiosk.programme));
    }
    REFECTORY_TRY_ASSIGN(const auto words, desk->add_kiosk(kiosk.place, programme ? &*programme : nullptr, kiosk.setup_file, setting.now));
    auto said = fmt::format("The kiosk {} is added. Its set-up file is {}.\n\n"
                            "    {}\n\n"
                            "These six words open the file. They are shown this once and kept nowhere: write them on paper now.\n"
                            "Carry the file to the kiosk on a stick and the words on paper, not together. The kiosk asks for them once. Then\n"
                            "delete the file and destroy the paper.\n",
                            kiosk.place.code, kiosk.setup_file.string(), setup_phrase(words));
    if (!programme) said += "The kiosk shows nothing yet: bring it a programme when you next publish.\n";
    setting.say({std::move(said), Json{{"kiosk", kiosk.place.code}, {"file", kiosk.setup_file.string()}, {"words", setup_phrase(words)},
                                       {"has_programme", programme.has_value()}}.dump()});
    return {};
}

Result<> check_programme(const Setting& setting, const std::filesystem::path& folder)
{
    REFECTORY_TRY_ASSIGN(const auto programme, read_programme(setting, folder));
    if (const auto desk = Desk::open(setting.desk, setting.entropy))  // where there is one yet, its kiosks are known
        if (const auto faults = (*desk)->faults_of(programme); !faults.empty()) return std::unexpected(to_mend(faults));
    setting.say({fmt::format("{}, and no fault.\n", size_of(programme)),
                 Json{{"activities", programme.all.activities.size()}, {"people", programme.all.people.size()}}.dump()});
    return {};
}

Result<> publish_programme(const Setting& setting, const std::filesystem::path& programme_folder, const std::filesystem::path& folder)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy));
    REFECTORY_TRY_ASSIGN(const auto programme, read_programme(setting, programme_folder));
    if (const auto faults = desk->faults_of(programme); !faults.empty()) return std::unexpected(to_mend(faults));
    REFECTORY_TRY_ASSIGN(const auto published, desk->publish(programme, folder, setting.now));
    auto said = fmt::format("Programme {} is published: {}.\n", published.serial, size_of(programme));
    auto files = Json::array();
    for (const auto& file : published.files) {
        said += fmt::format("{}: {}\n", file.kiosk, file.path.string());
        files.push_back({{"kiosk", file.kiosk}, {"file", file.path.string()}});
    }
    said += "Copy the files to a stick and carry it to the kiosks. Each kiosk takes its own file and no other.\n";
    setting.say({std::move(said), Json{{"serial", published.serial}, {"files", std::move(files)}}.dump()});
    return {};
}

Result<> list_codes(const Setting& setting)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy));
    const auto codes = desk->visit_codes();
    std::string said;
    auto list = Json::array();
    if (codes.empty()) said = "There are no visit codes yet. They are made when a programme is published.\n";
    for (const auto& told : codes) {
        said += fmt::format("{:<24}  person {:<8}  {} {}\n", told.code.activity.value, told.code.person.value, told.digits.substr(0, 3),
                            told.digits.substr(3));
        list.push_back({{"activity", told.code.activity.value}, {"person", told.code.person.value}, {"code", told.digits}});
    }
    setting.say({std::move(said), Json{{"codes", std::move(list)}}.dump()});
    return {};
}

}
