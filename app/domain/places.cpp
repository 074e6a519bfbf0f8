#include "domain/places.hpp"

#include <algorithm>
#include <iterator>

namespace refectory {

namespace {

FactKey key_in(const Turn& turn)
{
    return {std::get<Origin>(turn), std::get<std::int64_t>(turn)};
}

StandsBy stands_by(const Spine& spine, const SignUpKey& sign_up)
{
    return {sign_up, spine.key, spine.at, spine.clock};
}

// Where it is not known, a promise is kept.
bool came_before(const StandsBy& promise, const Spine& spine)
{
    return promise.clock == ClockTrust::trusted && spine.clock == ClockTrust::trusted && promise.at < spine.at;
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
    const auto first = sign_up_of(person);
    const SignUpKey sign_up{first.value_or(spine.key), person};
    stands_by_.insert_or_assign(sign_up, stands_by(spine, sign_up));
    if (first) {
        again_.emplace(SignUpKey{spine.key, person}, sign_up);
        return;
    }
    waiting_.emplace(turn_of(spine), person);
    seat_those_waiting();
}

void Places::withdrew(const Spine& spine, const SignUpKey& named)
{
    const auto again = again_.find(named);
    const auto sign_up = again == again_.end() ? named : again->second;
    std::erase_if(forgotten_, [&](const auto& one) {
        const auto& [promise, of] = one;
        const bool ends = promise.sign_up.person == sign_up.person && (of == Of::this_history || came_before(promise, spine));
        if (ends) end(promise);
        return ends;
    });
    if (const auto stood = stands_by_.extract(sign_up)) end(stood.mapped());
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
        promised_.insert(whose);
        waiting_.erase(waits);
    }
    seat_those_waiting();
}

void Places::begun_anew()
{
    for (const auto& sign_up : promised_)
        if (const auto& promise = stands_by_.at(sign_up); !has_ended(promise)) forgotten_.insert_or_assign(promise, Of::this_history);
    stands_by_.clear();
    chairs_ = 0;
    received_.clear();
    again_.clear();
    promised_.clear();
    waiting_.clear();
}

void Places::remember(const Places& other)
{
    std::vector<StandsBy> ended;
    std::ranges::set_union(ended_, other.ended_, std::back_inserter(ended));
    ended_ = std::move(ended);
    for (const auto& promise : other.ended_) forgotten_.erase(promise);
    for (const auto& sign_up : other.promised_) hear_of(other.stands_by_.at(sign_up));
    for (const auto& [promise, of] : other.forgotten_) hear_of(promise);
}

void Places::stands_here()
{
    std::erase_if(ended_, [&](const StandsBy& promise) { return promised_.contains(promise.sign_up) && stands_by_.at(promise.sign_up) == promise; });
}

void Places::kept(const Spine& spine, const SignUpKey& sign_up, KeptAs standing, const Turn& turn)
{
    if (standing == KeptAs::taken_up)  // this history knows of it by now
        for (auto& [promise, of] : forgotten_)
            if (promise.sign_up.person == sign_up.person) of = Of::this_history;
    if (standing == KeptAs::waiting ? sign_up_of(sign_up.person).has_value() : has_place(sign_up.person)) return;
    stands_by_.insert_or_assign(sign_up, stands_by(spine, sign_up));
    if (standing == KeptAs::waiting) {
        waiting_.emplace(turn, sign_up.person);
        return;
    }
    if (const auto waits = sign_up_of(sign_up.person)) take_from_waiting({*waits, sign_up.person});
    ++chairs_;
    promised_.insert(sign_up);
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
    std::map<PersonId, FactKey> one_each;
    for (const auto& [promise, of] : forgotten_)
        if (!has_place(promise.sign_up.person)) one_each[promise.sign_up.person] = promise.sign_up.key;
    std::vector<SignUpKey> forgotten;
    for (const auto& [person, key] : one_each) forgotten.push_back({key, person});
    return forgotten;
}

bool Places::has_forgotten(const SignUpKey& promise) const
{
    return !has_place(promise.person) && std::ranges::any_of(forgotten_, [&](const auto& one) { return one.first.sign_up == promise; });
}

bool Places::lacks_chair(const SignUpKey& sign_up) const
{
    if (has_forgotten(sign_up)) return true;
    const auto is_theirs = [&](const SignUpKey& promise) { return promise.person == sign_up.person; };
    return sign_up_of(sign_up.person) == sign_up.key && std::ranges::any_of(forgotten(), is_theirs);  // who withdrew since has none
}

bool Places::has_place(PersonId person) const
{
    return std::ranges::find(promised_, person, &SignUpKey::person) != promised_.end();
}

void Places::take_from_waiting(const SignUpKey& sign_up)
{
    std::erase_if(waiting_, [&](const auto& entry) { return SignUpKey{key_in(entry.first), entry.second} == sign_up; });
}

void Places::hear_of(const StandsBy& promise)
{
    if (has_ended(promise)) return;
    const auto own = stands_by_.find(promise.sign_up);
    forgotten_.emplace(promise, own != stands_by_.end() && own->second == promise ? Of::this_history : Of::another);
}

bool Places::has_ended(const StandsBy& promise) const
{
    return std::ranges::binary_search(ended_, promise);
}

void Places::end(const StandsBy& promise)
{
    const auto at = std::ranges::lower_bound(ended_, promise);
    if (at == ended_.end() || *at != promise) ended_.insert(at, promise);
}

void Places::seat_those_waiting()
{
    while (left() > 0 && !waiting_.empty()) {
        const auto first = waiting_.begin();
        promised_.insert({key_in(first->first), first->second});
        waiting_.erase(first);
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
