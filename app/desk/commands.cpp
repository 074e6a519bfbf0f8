#include "desk/commands.hpp"

#include "desk/command_words.hpp"
#include "exchange/setup_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace refectory::commands {

namespace {

using Json = nlohmann::ordered_json;

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
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
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

Result<> list_codes(const Setting& setting)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    const auto codes = desk->visit_codes();
    std::string said;
    auto list = Json::array();
    if (codes.empty()) said = "There are no visit codes yet. They are made when a programme is published.\n";
    for (const auto& told : codes) {
        said += fmt::format("{:<24}  person {:<8}  {}\n", told.code.activity.value, told.code.person.value, in_two_groups(told.digits));
        list.push_back({{"activity", told.code.activity.value}, {"person", told.code.person.value}, {"code", told.digits}});
    }
    setting.say({std::move(said), Json{{"codes", std::move(list)}}.dump()});
    return {};
}

}
