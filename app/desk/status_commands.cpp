#include "desk/collect_words.hpp"
#include "desk/command_words.hpp"
#include "desk/finding_json.hpp"
#include "desk/publication_words.hpp"
#include "store/desk_status.hpp"

#include <fmt/format.h>

namespace refectory::commands {

namespace {

using Json = nlohmann::ordered_json;

std::string length_words(milliseconds length)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(length).count();
    if (minutes < 120) return counted(minutes, "minute");
    return minutes < 48 * 60 ? counted(minutes / 60, "hour") : counted(minutes / (24 * 60), "day");
}

std::string clock_words(const KioskStatus& kiosk)
{
    switch (kiosk.clock) {
    case ClockFinding::unknown: return "nothing is known of its clock";
    case ClockFinding::right: return "nothing speaks against its clock";
    case ClockFinding::ahead: return fmt::format("its clock is ahead of this desk's by {} or more: set one of the two", length_words(kiosk.clock_is_off_by));
    case ClockFinding::behind: return fmt::format("its clock is behind this desk's by {} or more: set one of the two", length_words(kiosk.clock_is_off_by));
    }
    return {};
}

std::string programme_words(const KioskStatus& kiosk, const std::optional<std::int64_t>& newest)
{
    if (kiosk.retired_at) return fmt::format("it was retired on {}: nothing is published to it", iso_date(local_date(*kiosk.retired_at)));
    if (!kiosk.programme) return "it has not said yet that it runs a programme of this desk";
    if (newest <= kiosk.programme) return fmt::format("it runs programme {}, the newest", *kiosk.programme);
    return fmt::format("it runs programme {}; the newest is {}", *kiosk.programme, newest.value_or(0));
}

std::string words_of(const KioskStatus& kiosk, const std::optional<std::int64_t>& newest)
{
    const auto& code = kiosk.place.code;
    auto words = fmt::format("{} ({}, {})\n", code, kiosk.place.team, kiosk.place.site);
    if (kiosk.newest_parcel) {
        words += fmt::format("  last parcel: {}, written on {}, collected on {}\n", kiosk.newest_parcel->number, moment_words(kiosk.newest_parcel->written_at),
                             moment_words(kiosk.newest_parcel->collected_at));
        if (kiosk.newest_parcel->clock == ClockTrust::untrusted) words += "  the kiosk itself did not trust its clock: confirm it on its admin page\n";
    } else {
        words += "  no parcel has come from it yet\n";
    }
    words += fmt::format("  {}\n  {}\n", clock_words(kiosk), programme_words(kiosk, newest));
    for (const auto& gap : kiosk.gaps) words += "  " + refectory::words_of(gap, code) + "\n";
    for (const auto& fork : kiosk.forks) words += "  " + refectory::words_of(fork, code) + "\n";
    for (const auto& restart : kiosk.restarts) words += "  " + refectory::words_of(restart, code) + "\n";
    return words;
}

Json json_of(const KioskStatus& kiosk)
{
    static constexpr std::array<const char*, 4> clocks{"unknown", "right", "ahead", "behind"};
    Json json{{"kiosk", kiosk.place.code}, {"last_parcel", nullptr}, {"clock", clocks[static_cast<std::size_t>(kiosk.clock)]},
              {"clock_is_off_by_seconds", kiosk.clock_is_off_by.count() / 1000}, {"programme", nullptr}, {"retired_at", nullptr}, {"gaps", Json::array()}, {"forks", Json::array()}, {"disks_put_back", Json::array()}};
    if (kiosk.retired_at) json["retired_at"] = iso_instant(*kiosk.retired_at);
    if (const auto& parcel = kiosk.newest_parcel)
        json["last_parcel"] = {{"number", parcel->number}, {"written_at", iso_instant(parcel->written_at)}, {"collected_at", iso_instant(parcel->collected_at)},
                               {"clock_is_trusted", parcel->clock == ClockTrust::trusted}, {"version", parcel->version}};
    if (kiosk.programme) json["programme"] = *kiosk.programme;
    for (const auto& gap : kiosk.gaps) json["gaps"].push_back(refectory::json_of(gap));
    for (const auto& fork : kiosk.forks) json["forks"].push_back(refectory::json_of(fork));
    for (const auto& restart : kiosk.restarts) json["disks_put_back"].push_back(refectory::json_of(restart));
    return json;
}

Json json_of(const WaitingForChair& one)
{
    const auto& turn = one.waiting.sign_up.turn;
    return {{"activity", one.activity.value}, {"kiosk", one.waiting.kiosk}, {"person", one.waiting.sign_up.person.value},
            {"since", std::get<bool>(turn) ? Json(nullptr) : Json(iso_instant(std::get<Instant>(turn)))}};
}

}

Result<> show_status(const Setting& setting)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    const auto status = status_of(desk->store(), setting.now);
    std::string said;
    Json json{{"newest_programme", nullptr}, {"kiosks", Json::array()}, {"put_aside", Json::array()}, {"people_waiting", status.people_waiting}, {"waiting", Json::array()},
              {"double_sign_ups", Json::array()}, {"erasures_unconfirmed", status.erasures_unconfirmed}};
    if (status.newest_programme) json["newest_programme"] = *status.newest_programme;
    for (const auto& kiosk : status.kiosks) {
        said += words_of(kiosk, status.newest_programme);
        json["kiosks"].push_back(json_of(kiosk));
    }
    if (status.kiosks.empty()) said += "This desk has no kiosk yet. Add one: refectory-desk kiosk add.\n";
    for (const auto& aside : status.aside) {
        said += fmt::format("Put aside on {}: {}. {}\n", moment_words(aside.seen_at), aside.name, aside.reason);
        json["put_aside"].push_back({{"file", aside.name}, {"reason", aside.reason}, {"seen_at", iso_instant(aside.seen_at)}});
    }
    if (status.people_waiting > 0)
        said += fmt::format("Waiting for a chair: {}. The next publication gives out what there is.\n", counted(status.people_waiting, "person", "people"));
    const auto programme = newest_programme(setting, *desk);
    const PublicationWords words{programme, *desk};
    for (const auto& one : status.chairs.waiting) {
        said += "  " + words.line_of(one) + "\n";
        json["waiting"].push_back(json_of(one));
    }
    for (const auto& one : status.chairs.two_places) {
        said += words.line_of(one) + "\n";
        json["double_sign_ups"].push_back(json_of(one));
    }
    if (status.erasures_unconfirmed > 0)
        said += fmt::format("Erased, but not confirmed by every kiosk yet: {}.\n", counted(status.erasures_unconfirmed, "person", "people"));
    return setting.say({std::move(said), json_line(json)});
}

}
