#include "desk/command_words.hpp"
#include "desk/json_line.hpp"
#include "desk/publication_words.hpp"
#include "store/desk_status.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace refectory::commands {

namespace {

using Json = nlohmann::ordered_json;

// Up to where its promises are known. After that they are not.
std::string known_up_to(const std::optional<HeldParcel>& last)
{
    return last ? fmt::format("What it promised after its last parcel, written on {}, is not known here", moment_words(last->written_at))
                : std::string{"No parcel has come from it, so what it promised is not known here"};
}

// Who waits at a kiosk, before something is retired and after: of whoever waits no more nobody else would tell.
class WhoWaited {
public:
    WhoWaited(const Setting& setting, Desk& desk, const std::string& kiosk) : setting_(setting), desk_(desk), kiosk_(kiosk), before_(waiting()) {}

    std::string words() const
    {
        const auto programme = newest_programme(setting_, desk_);
        std::string words;
        for (const auto& one : gone()) words += "  " + PublicationWords{programme, desk_}.line_of(one) + "\n";
        return words.empty() ? words : "Who has to sign up at another machine, for nobody will have a chair there:\n" + words;
    }
    Json json() const
    {
        auto json = Json::array();
        for (const auto& one : gone()) json.push_back({{"activity", one.activity.value}, {"person", one.waiting.sign_up.person.value}});
        return json;
    }

private:
    std::vector<WaitingForChair> waiting() const
    {
        const auto known = desk_.store().kiosks().find(kiosk_);
        return known ? ChairBook{desk_.store()}.waiting_at(*known, setting_.now) : std::vector<WaitingForChair>{};
    }
    std::vector<WaitingForChair> gone() const
    {
        auto gone = before_;
        for (const auto& still : waiting())
            std::erase_if(gone, [&](const WaitingForChair& one) { return one.waiting.sign_up.key == still.waiting.sign_up.key; });
        return gone;
    }

    const Setting& setting_;
    Desk& desk_;
    const std::string& kiosk_;
    std::vector<WaitingForChair> before_;
};

// Nobody knows who was promised a chair in that.
std::string kept_for_what_never_came(bool is_something_missing)
{
    return is_something_missing ? "Not all that was recorded by what is gone has come: chairs that may have been promised in what is missing are kept.\n" : "";
}

}

Result<> retire_kiosk(const Setting& setting, const std::string& code)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    const WhoWaited who_waited{setting, *desk, code};
    auto& store = desk->store();
    REFECTORY_TRY(store.commit_noted(setting.now, [&] { return store.kiosks().retire(code, setting.now); }));
    const auto last = Holdings{store.database()}.newest_parcel_of(code);
    return setting.say({fmt::format("The kiosk {} is retired. It gets no programme any more; places that it promised stand, and its empty chairs are\n"
                             "the desk's to give with the next publication. See that it is switched off: whatever it promises from now on is not kept.\n"
                             "{}: those chairs may be given a second time. If it still runs,\n"
                             "let it export once more, and collect that before you publish: it is still taken in.\n"
                             "Take its lines out of allotments.csv.\n{}{}", code, known_up_to(last), kept_for_what_never_came(!gaps_of(store.database(), code).empty()), who_waited.words()),
                 json_line(Json{{"kiosk", code}, {"retired", true}, {"last_parcel_written_at", last ? Json(iso_instant(last->written_at)) : Json(nullptr)},
                                {"waited", who_waited.json()}})});
}

Result<> retire_other_machines(const Setting& setting, const std::string& code)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    const WhoWaited who_waited{setting, *desk, code};
    RetiredMachines retired;
    REFECTORY_TRY(desk->store().commit_noted(setting.now, [&]() -> Result<> {
        REFECTORY_TRY_ASSIGN(retired, desk->store().kiosks().retire_other_machines(code, setting.now));
        return {};
    }));
    const bool is_one = retired.machines == 1;
    const bool is_something_missing = std::ranges::any_of(gaps_of(desk->store().database(), code), [&](const Gap& gap) { return retired.origins.contains(gap.origin); });
    const auto written_at = retired.newest.written_at;
    return setting.say({fmt::format("{} gone: places that were promised there stand, whoever waited there waits no more,\n"
                                    "and the empty chairs are the desk's to give with the next publication. The machine that goes on is the one of {},\n"
                                    "whose last parcel was written on {}. See that no other is switched on: what arrives of one says that it still stands.\n{}{}",
                                    is_one ? fmt::format("One other machine of {}, or history of its disk, is", code)
                                           : fmt::format("{} other machines of {}, or histories of a disk, are", retired.machines, code),
                                    retired.newest.origin.value, moment_words(written_at),
                                    kept_for_what_never_came(is_something_missing), who_waited.words()),
                        json_line(Json{{"kiosk", code}, {"machines_retired", retired.machines}, {"goes_on", retired.newest.origin.value},
                                       {"last_parcel_written_at", iso_instant(written_at)}, {"waited", who_waited.json()}})});
}

}
