#include "domain/places.hpp"

#include <algorithm>
#include <iterator>

namespace refectory {

// Within untrusted rows the clock says nothing: only the order of recording counts.
Turn turn_of(const Spine& spine)
{
    const bool untrusted = spine.clock == ClockTrust::untrusted;
    return {untrusted, untrusted ? Instant{} : spine.order_at, spine.key.origin, spine.key.seq};
}

void Places::signed_up(const Spine& spine, PersonId person)
{
    if (const auto first = sign_up_of(person)) {
        again_.emplace(spine.key, *first);
        return;
    }
    waiting_.emplace(turn_of(spine), person);
    seat_those_waiting();
}

void Places::withdrew(const FactKey& named)
{
    const auto again = again_.find(named);
    const auto& sign_up = again == again_.end() ? named : again->second;
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

void Places::received(const FactKey& sign_up)
{
    if (!received_.insert(sign_up).second) return;  // a chair is received once
    ++chairs_;
    const auto waits = std::ranges::find_if(waiting_, [&](const auto& entry) {
        return std::get<Origin>(entry.first) == sign_up.origin && std::get<std::int64_t>(entry.first) == sign_up.seq;
    });
    if (waits != waiting_.end()) {
        promised_.emplace(sign_up, waits->second);
        waiting_.erase(waits);
    }
    seat_those_waiting();
}

int Places::received() const
{
    return static_cast<int>(std::ranges::count_if(received_, [&](const FactKey& sign_up) { return promised_.contains(sign_up); }));
}

std::vector<WaitingSignUp> Places::waiting_in_order() const
{
    std::vector<WaitingSignUp> waiting;
    for (const auto& [turn, person] : waiting_)
        waiting.push_back({turn, {std::get<Origin>(turn), std::get<std::int64_t>(turn)}, person});
    return waiting;
}

std::vector<PersonId> Places::people_with_a_place() const
{
    std::vector<PersonId> people;
    for (const auto& [key, person] : promised_) people.push_back(person);
    return people;
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
