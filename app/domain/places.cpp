#include "domain/places.hpp"

#include <algorithm>
#include <iterator>

namespace refectory {

void Places::signed_up(const Spine& spine, PersonId person)
{
    if (standing_of(person)) return;
    const bool untrusted = spine.clock == ClockTrust::untrusted;
    // Within untrusted rows the clock says nothing: only the order of recording counts.
    const Instant turn = untrusted ? Instant{} : spine.order_at;
    waiting_.emplace(Turn{untrusted, turn, spine.key.origin, spine.key.seq}, person);
    seat_those_waiting();
}

void Places::withdrew(const FactKey& sign_up)
{
    if (promised_.erase(sign_up) > 0) return seat_those_waiting();
    std::erase_if(waiting_, [&](const auto& entry) {
        return std::get<Origin>(entry.first) == sign_up.origin && std::get<std::int64_t>(entry.first) == sign_up.seq;
    });
}

void Places::allotted(std::int64_t chairs)
{
    chairs_ = std::max(static_cast<int>(chairs), promised());
    seat_those_waiting();
}

void Places::seat_those_waiting()
{
    while (left() > 0 && !waiting_.empty()) {
        const auto first = waiting_.begin();
        const auto& [untrusted, turn, origin, seq] = first->first;
        promised_.emplace(FactKey{origin, seq}, first->second);
        waiting_.erase(first);
    }
}

std::optional<Standing> Places::standing_of(PersonId person) const
{
    if (std::ranges::any_of(promised_, [&](const auto& entry) { return entry.second == person; })) return HasPlace{};
    const auto found = std::ranges::find(waiting_, person, [](const auto& entry) { return entry.second; });
    if (found == waiting_.end()) return std::nullopt;
    return Waits{static_cast<int>(std::distance(waiting_.begin(), found)) + 1};
}

std::optional<FactKey> Places::sign_up_of(PersonId person) const
{
    for (const auto& [key, who] : promised_)
        if (who == person) return key;
    for (const auto& [turn, who] : waiting_)
        if (who == person) return FactKey{std::get<Origin>(turn), std::get<std::int64_t>(turn)};
    return std::nullopt;
}

}
