#include "domain/places.hpp"

#include <algorithm>
#include <iterator>

namespace refectory {

namespace {

FactKey key_in(const Turn& turn)
{
    return {std::get<Origin>(turn), std::get<std::int64_t>(turn)};
}

}

// Within untrusted rows the clock says nothing: only the order of recording counts.
Turn turn_of(const Spine& spine)
{
    const bool untrusted = spine.clock == ClockTrust::untrusted;
    return {untrusted, untrusted ? Instant{} : spine.order_at, spine.key.origin, spine.key.seq};
}

void Places::signed_up(const Spine& spine, PersonId person)
{
    if (spine.clock == ClockTrust::trusted) signed_up_at_.insert_or_assign(SignUpKey{spine.key, person}, spine.order_at);
    if (const auto first = sign_up_of(person)) {
        ended_.erase({*first, person});
        again_.emplace(SignUpKey{spine.key, person}, SignUpKey{*first, person});
        return;
    }
    waiting_.emplace(turn_of(spine), person);
    seat_those_waiting();
}

void Places::withdrew(const Spine& spine, const SignUpKey& named)
{
    const auto again = again_.find(named);
    const auto sign_up = again == again_.end() ? named : again->second;
    if (const auto promise = forgotten_.find(sign_up.person); promise != forgotten_.end() && !came_after({promise->second, sign_up.person}, spine))
        end({promise->second, sign_up.person});
    end(sign_up);
    if (promised_.erase(sign_up) > 0) return seat_those_waiting();
    take_from_waiting(sign_up);
}

void Places::allotted(std::int64_t chairs)
{
    chairs_ = std::max(static_cast<int>(chairs), promised());
    seat_those_waiting();
}

void Places::received(const FactKey& sign_up)
{
    const auto waits = std::ranges::find_if(waiting_, [&](const auto& entry) { return key_in(entry.first) == sign_up; });
    const auto seated = std::ranges::find(promised_, sign_up, &SignUpKey::key);
    const SignUpKey whose{sign_up, waits != waiting_.end() ? waits->second : seated != promised_.end() ? seated->person : PersonId{}};
    if (!received_.insert(whose).second || seated != promised_.end()) return;  // a chair is received once, and seats once
    ++chairs_;
    if (waits != waiting_.end()) {
        waiting_.erase(waits);
        seat(whose);
    }
    seat_those_waiting();
}

void Places::begun_anew()
{
    for (const auto& promise : promised_) forget(promise);
    chairs_ = 0;
    received_.clear();
    again_.clear();
    promised_.clear();
    waiting_.clear();
}

void Places::remember(const Places& other)
{
    signed_up_at_.insert(other.signed_up_at_.begin(), other.signed_up_at_.end());
    for (const auto& promise : other.ended_) end(promise);
    for (const auto& promise : other.promised_) forget(promise);
    for (const auto& [person, key] : other.forgotten_)
        if (!forgotten_.contains(person)) forget({key, person});
}

void Places::kept(const SignUpKey& sign_up, KeptAs standing, const Turn& turn)
{
    if (standing == KeptAs::waiting) {
        waiting_.emplace(turn, sign_up.person);
        return;
    }
    if (has_place(sign_up.person)) return;
    if (const auto waits = sign_up_of(sign_up.person)) take_from_waiting({*waits, sign_up.person});
    ++chairs_;
    seat(sign_up);
    if (standing == KeptAs::given_place) received_.insert(sign_up);
}

int Places::received() const
{
    return static_cast<int>(std::ranges::count_if(received_, [&](const SignUpKey& sign_up) { return promised_.contains(sign_up); }));
}

std::vector<WaitingSignUp> Places::waiting_in_order() const
{
    std::vector<WaitingSignUp> waiting;
    for (const auto& [turn, person] : waiting_) waiting.push_back({turn, key_in(turn), person});
    return waiting;
}

std::vector<PersonId> Places::people_with_a_place() const
{
    std::vector<PersonId> people;
    for (const auto& [key, person] : promised_) people.push_back(person);
    return people;
}

std::vector<StandingKept> Places::standings(const ActivityId& activity) const
{
    std::vector<StandingKept> standings;
    for (const auto& sign_up : promised_)
        standings.push_back({activity, sign_up.key, sign_up.person, received_.contains(sign_up) ? KeptAs::given_place : KeptAs::place, {}});
    for (const auto& [turn, person] : waiting_) {
        const bool untrusted = std::get<bool>(turn);
        standings.push_back({activity, key_in(turn), person, KeptAs::waiting,
                             untrusted ? std::nullopt : std::optional{to_milliseconds(std::get<Instant>(turn))}});
    }
    return standings;
}

std::vector<SignUpKey> Places::forgotten() const
{
    std::vector<SignUpKey> forgotten;
    for (const auto& [person, key] : forgotten_)
        if (!has_place(person)) forgotten.push_back({key, person});
    return forgotten;
}

bool Places::lacks_chair(const SignUpKey& sign_up) const
{
    const auto promise = forgotten_.find(sign_up.person);
    if (promise == forgotten_.end() || has_place(sign_up.person)) return false;  // who withdrew since has none
    return promise->second == sign_up.key || sign_up_of(sign_up.person) == sign_up.key;
}

bool Places::has_place(PersonId person) const
{
    return std::ranges::find(promised_, person, &SignUpKey::person) != promised_.end();
}

void Places::take_from_waiting(const SignUpKey& sign_up)
{
    std::erase_if(waiting_, [&](const auto& entry) { return SignUpKey{key_in(entry.first), entry.second} == sign_up; });
}

// Who gave up in another history and is promised a place here all the same has one.
void Places::seat(const SignUpKey& sign_up)
{
    promised_.insert(sign_up);
    ended_.erase(sign_up);
}

void Places::forget(const SignUpKey& promise)
{
    if (!ended_.contains(promise)) forgotten_.insert_or_assign(promise.person, promise.key);
}

void Places::end(const SignUpKey& promise)
{
    ended_.insert(promise);
    if (const auto found = forgotten_.find(promise.person); found != forgotten_.end() && found->second == promise.key) forgotten_.erase(found);
}

// Of a disk that ran in two computers: given up at the one, and signed up anew at the other. Without both clocks it is not known.
bool Places::came_after(const SignUpKey& sign_up, const Spine& withdrawal) const
{
    const auto at = signed_up_at_.find(sign_up);
    return at != signed_up_at_.end() && withdrawal.clock == ClockTrust::trusted && at->second > withdrawal.order_at;
}

void Places::seat_those_waiting()
{
    while (left() > 0 && !waiting_.empty()) {
        const auto first = waiting_.begin();
        const SignUpKey sign_up{key_in(first->first), first->second};
        waiting_.erase(first);
        seat(sign_up);
    }
}

std::optional<Standing> Places::standing_of(PersonId person) const
{
    if (has_place(person)) return HasPlace{};
    const auto found = std::ranges::find(waiting_, person, [](const auto& entry) { return entry.second; });
    if (found == waiting_.end()) return std::nullopt;
    return Waits{static_cast<int>(std::distance(waiting_.begin(), found)) + 1};
}

std::optional<FactKey> Places::sign_up_of(PersonId person) const
{
    const auto seated = std::ranges::find(promised_, person, &SignUpKey::person);
    if (seated != promised_.end()) return seated->key;
    for (const auto& [turn, who] : waiting_)
        if (who == person) return key_in(turn);
    return std::nullopt;
}

}
