#include "desk/commands.hpp"

#include "desk/command_words.hpp"
#include "desk/json_line.hpp"
#include "exchange/setup_words.hpp"
#include "store/desk_status.hpp"

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
    const auto show = [&](const std::vector<std::string>& words) -> Result<> {
        auto said = fmt::format("The kiosk {} is added. Its set-up file is {}.\n\n"
                                "    {}\n\n"
                                "These six words open the file. They are shown this once and kept nowhere: write them on paper now.\n"
                                "Carry the file to the kiosk on a stick and the words on paper, not together. The kiosk asks for them once. Then\n"
                                "delete the file and destroy the paper.\n",
                                kiosk.place.code, kiosk.setup_file.string(), setup_phrase(words));
        if (!programme) said += "The kiosk shows nothing yet: bring it a programme when you next publish.\n";
        const auto done = setting.say({std::move(said), json_line(Json{{"kiosk", kiosk.place.code}, {"file", kiosk.setup_file.string()},
                                                                       {"words", setup_phrase(words)}, {"has_programme", programme.has_value()}})});
        return done ? done : failure("The six words could not be written out, so the kiosk was not added. Run it again where they can be read.");
    };
    REFECTORY_TRY(desk->add_kiosk(kiosk.place, programme ? &*programme : nullptr, kiosk.setup_file, setting.now, show));
    return {};
}

namespace {

// Up to where its promises are known. After that they are not.
std::string known_up_to(const std::optional<HeldParcel>& last)
{
    return last ? fmt::format("What it promised after its last parcel, written on {}, is not known here", moment_words(last->written_at))
                : std::string{"No parcel has come from it, so what it promised is not known here"};
}

}

Result<> retire_kiosk(const Setting& setting, const std::string& code)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    REFECTORY_TRY(desk->store().kiosks().retire(code, setting.now));
    const auto kiosks = status_of(desk->store(), setting.now).kiosks;
    const auto& last = std::ranges::find(kiosks, code, [](const KioskStatus& one) { return one.place.code; })->newest_parcel;
    return setting.say({fmt::format("The kiosk {} is retired. It gets no programme any more; places that it promised stand, and its empty chairs are\n"
                             "the desk's to give with the next publication. See that it is switched off: whatever it promises from now on is not kept.\n"
                             "{}: those chairs may be given a second time. If it still runs,\n"
                             "let it export once more, and collect that before you publish: it is still taken in.\n"
                             "Take its lines out of allotments.csv.\n", code, known_up_to(last)),
                 json_line(Json{{"kiosk", code}, {"retired", true}, {"last_parcel_written_at", last ? Json(iso_instant(last->written_at)) : Json(nullptr)}})});
}

Result<> retire_earlier_machines(const Setting& setting, const std::string& code)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    REFECTORY_TRY_ASSIGN(const int machines, desk->store().kiosks().retire_earlier_machines(code, setting.now));
    return setting.say({fmt::format("{} that {} set up as {} before {} gone: places that were promised there stand, whoever waited there waits no more, and the\n"
                                    "empty chairs are the desk's to give with the next publication. The machine whose parcel is the newest goes on.\n"
                                    "See that no other is switched on: what arrives of one says that it still stands.\n",
                                    counted(machines, "machine"), machines == 1 ? "was" : "were", code, machines == 1 ? "is" : "are"),
                        json_line(Json{{"kiosk", code}, {"machines_retired", machines}})});
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
