#include "desk/commands.hpp"

#include "desk/command_words.hpp"
#include "desk/json_line.hpp"
#include "exchange/setup_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace refectory::commands {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t words_a_line = 4;

std::string on_lines(const std::vector<std::string>& words)
{
    std::string lines;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool is_last = i % words_a_line == words_a_line - 1 || i + 1 == words.size();
        lines += fmt::format("{}{}{}", i % words_a_line == 0 ? "    " : " ", words[i], is_last ? "\n" : "");
    }
    return lines;
}

}

Said said_of(const Error& error)
{
    return {error.sentence + "\n", json_line(Json{{"error", error.sentence}})};
}

Result<> begin_desk(const Setting& setting)
{
    const auto show = [&](const std::vector<std::string>& words) -> Result<> {
        const auto said = setting.say({fmt::format("The desk begins in {}.\n"
                                                   "Its secret keys are in desk.keys there. Whoever has that file can publish in the desk's name: give it to nobody, and\n"
                                                   "make a backup once the kiosks are added: refectory-desk backup FILE.\n\n"
                                                   "{}\n"
                                                   "These {} recovery words are shown this once and kept nowhere: write them on paper now, and lock it away from this\n"
                                                   "computer. If the desk's keys are ever stolen, the kiosks believe new ones in the name of these words alone.\n",
                                                   setting.desk.string(), on_lines(words), words.size()),
                                       json_line(Json{{"desk", setting.desk.string()}, {"recovery_words", setup_phrase(words)}})});
        return said ? said : failure("The recovery words could not be written out, so no desk was begun. Run it again where they can be read.");
    };
    REFECTORY_TRY(Desk::begin(setting.desk, setting.entropy, setting.now, show));
    return {};
}

Result<> add_kiosk(const Setting& setting, const NewKiosk& kiosk)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    std::optional<DeskProgramme> programme;
    if (!kiosk.programme.empty()) {
        REFECTORY_TRY_ASSIGN(programme, read_programme(setting, kiosk.programme));
    }
    const auto show = [&](const std::vector<std::string>& words, const std::string& fingerprint) -> Result<> {
        auto said = fmt::format("The kiosk {} is added. Its set-up file is {}.\n\n"
                                "    {}\n\n"
                                "These six words open the file. They are shown this once and kept nowhere: write them on paper now.\n"
                                "Carry the file to the kiosk on a stick and the words on paper, not together. The kiosk asks for them once. Then\n"
                                "delete the file and destroy the paper.\n",
                                kiosk.place.code, kiosk.setup_file.string(), setup_phrase(words));
        said += programme ? fmt::format("It runs the programme in that file when its admin page shows: {}\n", fingerprint)
                          : std::string{"The kiosk shows nothing yet: bring it a programme when you next publish.\n"};
        const auto done = setting.say({std::move(said), json_line(Json{{"kiosk", kiosk.place.code}, {"file", kiosk.setup_file.string()},
                                                                       {"words", setup_phrase(words)}, {"has_programme", programme.has_value()}, {"fingerprint", fingerprint}})});
        return done ? done : failure("The six words could not be written out, so the kiosk was not added. Run it again where they can be read.");
    };
    REFECTORY_TRY(desk->add_kiosk(kiosk.place, programme ? &*programme : nullptr, kiosk.setup_file, setting.now, show));
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
    return setting.say({std::move(said), json_line(Json{{"codes", std::move(list)}})});
}

}
