#include "desk/command_words.hpp"
#include "desk/json_line.hpp"
#include "store/protected_times.hpp"
#include "store/same_people.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace refectory::commands {

namespace {

using Json = nlohmann::ordered_json;

std::string hours_words(milliseconds time)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(time).count();
    return fmt::format("{} h {:02} min", minutes / 60, minutes % 60);
}

std::string words_of(PersonId person, const ProtectedTime& time)
{
    auto words = fmt::format("person {:<10} {:>12}  in {}\n", person.value, hours_words(time.counted), counted(std::ssize(time.visits), "visit"));
    for (const auto& visit : time.visits)
        if (visit.kiosks.size() > 1)
            words += fmt::format("  on {} in at {} at once: counted once, {}\n", iso_date(local_date(visit.in)), fmt::join(visit.kiosks, " and "),
                                 hours_words(visit.out - visit.in));
    for (const auto& visit : time.visits)
        if (!visit.not_checked_out_at.empty())
            words += fmt::format("  on {} not checked out at {}: counted until the check-out elsewhere. Where it ended before, an admin says so there\n",
                                 iso_date(local_date(visit.in)), fmt::join(visit.not_checked_out_at, " and "));
    for (const auto& visit : time.visits)
        if (visit.corrected) words += fmt::format("  on {} the end was put right by an admin: {}\n", iso_date(local_date(visit.in)), hours_words(visit.out - visit.in));
    for (const auto& open : time.open) words += fmt::format("  not checked out at {} on {}: not counted\n", open.kiosk, iso_date(local_date(open.in)));
    return words;
}

Json json_of(PersonId person, const ProtectedTime& time)
{
    Json json{{"person", person.value}, {"minutes", std::chrono::duration_cast<std::chrono::minutes>(time.counted).count()}, {"visits", Json::array()},
              {"open", Json::array()}};
    for (const auto& visit : time.visits) json["visits"].push_back({{"in", iso_instant(visit.in)}, {"out", iso_instant(visit.out)}, {"kiosks", visit.kiosks}, {"corrected", visit.corrected}, {"not_checked_out_at", visit.not_checked_out_at}});
    for (const auto& open : time.open) json["open"].push_back({{"kiosk", open.kiosk}, {"in", iso_instant(open.in)}});
    return json;
}

}

Result<> list_visits(const Setting& setting, const std::string& from, const std::string& until)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    const auto today = local_date(setting.now);
    REFECTORY_TRY_ASSIGN(const auto first, date_of(from, today, add_days(today, -365)));
    REFECTORY_TRY_ASSIGN(const auto last, date_of(until, today, today));
    if (first > last) return failure("The time would end before it begins. Give an earlier --from or a later --until.");
    const auto times = protected_times(desk->store().database(), start_of_day(first), start_of_day(add_days(last, 1)),
                                       SamePeople{desk->store()}.one_person());
    auto said = fmt::format("From {} to {}:\n", iso_date(first), iso_date(last));
    Json json{{"from", iso_date(first)}, {"until", iso_date(last)}, {"people", Json::array()}};
    for (const auto& [person, time] : times) {
        said += words_of(person, time);
        json["people"].push_back(json_of(person, time));
    }
    if (times.empty()) said += "No visit is known.\n";
    return setting.say({std::move(said), json_line(json)});
}

}
