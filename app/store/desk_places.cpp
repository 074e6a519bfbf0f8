#include "store/desk_places.hpp"

#include "store/fact_rows.hpp"
#include "store/prepared.hpp"

#include <algorithm>
#include <tuple>

namespace refectory {

namespace {

constexpr const char* standing_aside = R"(
    SELECT kind, origin, seq, at, order_at, clock, hash, json_extract(fields, '$.chairs'), json_extract(fields, '$.sign_up_origin'),
        json_extract(fields, '$.sign_up_seq'), json_extract(fields, '$.person'), json_extract(fields, '$.standing'), json_extract(fields, '$.order_at')
    FROM conflict WHERE origin >= ?2 || '.' AND origin < ?2 || '/' AND json_extract(fields, '$.activity') = ?1
        AND kind IN ('allotment_applied', 'sign_up', 'withdrawal', 'chair_received', 'places_told_anew', 'standing_kept'))";

}

const DeskPlaces::History& DeskPlaces::history(const Origin& origin)
{
    const auto known = of_origins_.find(origin);
    if (known != of_origins_.end()) return known->second;
    History history{WholeHistory{desk_, origin}, {}};
    history.branches = history.whole.branches();
    put_last_the_one_heard_of(origin, history.branches);
    return of_origins_.emplace(origin, std::move(history)).first->second;
}

// None was written after it was collected, whatever a clock said; and of one that the kiosk itself did not trust that alone is known.
void DeskPlaces::put_last_the_one_heard_of(const Origin& origin, std::vector<std::set<Digest>>& branches)
{
    if (branches.empty()) return;
    Prepared query{desk_, R"(
        SELECT e.hash FROM parcel_end e LEFT JOIN parcel p ON p.origin = e.origin AND p.number = e.number AND p.written_at = e.written_at WHERE e.origin = ?
        ORDER BY CASE p.clock WHEN 0 THEN p.collected_at ELSE min(e.written_at, coalesce(p.collected_at, e.written_at)) END, p.collected_at, e.written_at, e.up_to, e.hash)"};
    query.bind(1, origin.value);
    while (query.executeStep())
        std::ranges::stable_partition(branches, [end = digest_of(query.getColumn(0))](const std::set<Digest>& branch) { return !branch.contains(end); });
}

std::vector<PlaceFact> DeskPlaces::facts(const std::string& kiosk, const ActivityId& activity, const Origin& goes_on)
{
    std::vector<PlaceFact> facts;
    const auto& histories = this->histories(kiosk);
    for (const auto& origin : histories.origins()) each_place_fact(desk_, activity, {origin, 0}, [&](const PlaceFact& fact) { facts.push_back(fact); });
    Prepared query{desk_, standing_aside};
    query.bind(1, activity.value);
    query.bind(2, kiosk);
    while (query.executeStep()) {
        facts.push_back(read_place_fact(query));
        facts.back().stands_aside = true;
    }
    // A kiosk whose database was lost counts its origins from 1 again, so that what came after what tells.
    std::map<Origin, std::size_t> origins_before;
    for (const auto& fact : facts)
        if (const auto& origin = fact.spine.key.origin; !origins_before.contains(origin)) origins_before[origin] = histories.line_of(origin).size();
    std::ranges::stable_sort(facts, {}, [&](const PlaceFact& fact) {
        const auto& [origin, seq] = fact.spine.key;
        return std::tuple{origin == goes_on, origins_before[origin], origin, seq};
    });
    return facts;
}

// Behind where it was continued twice, each history by itself, from what they have in common, and last the one that is gone on with; where
// numbers are missing, what stands.
void DeskPlaces::apply_history(Places& places, std::span<const PlaceFact> facts, std::int64_t counts, std::size_t number)
{
    if (facts.empty()) return;
    const auto& [whole, branches] = history(facts.front().spine.key.origin);
    std::vector<const std::set<Digest>*> in_order;
    for (const auto& branch : branches) in_order.push_back(&branch);
    if (number < in_order.size()) {
        const auto last = in_order.end() - 1 - static_cast<std::ptrdiff_t>(number);
        std::rotate(last, last + 1, in_order.end());
    }
    const auto common = whole.in_every_history(), up_to = whole.up_to();
    const auto apply_some = [&](Places& to, const auto& some) {
        for (const auto& fact : facts)
            if (fact.spine.key.seq <= counts && some(fact)) apply(to, fact);
    };
    apply_some(places, [&](const PlaceFact& fact) { return fact.spine.key.seq <= common; });
    const auto before = places;
    for (const auto* branch : in_order) {
        auto own = before;
        if (branch != in_order.front()) own.remember(places);
        apply_some(own, [&](const PlaceFact& fact) { return fact.spine.key.seq > common && branch->contains(fact.hash); });
        if (in_order.size() > 1) own.stands_here();
        places = std::move(own);
    }
    apply_some(places, [&](const PlaceFact& fact) { return fact.spine.key.seq > up_to && !fact.stands_aside; });
}

// One after the other, and behind each what other histories that parted from it promised. What an origin recorded after the next one had
// exported is another computer's, with the same disk.
Places DeskPlaces::along(const std::vector<Origin>& line, const Told& told, const std::multimap<Origin, Places>& parted)
{
    Places places;
    const auto remember_parted_from = [&](const Origin& origin) {
        const auto [first, last] = parted.equal_range(origin);
        for (auto other = first; other != last; ++other) places.remember(other->second);
    };
    remember_parted_from({});
    for (std::size_t i = 0; i < line.size(); ++i) {
        const auto found = told.facts.find(line[i]);
        if (found != told.facts.end()) {
            const auto number = line[i] == told.branch.origin ? told.branch.number : 0;
            const bool is_followed = i + 1 < line.size() && told.histories.before(line[i + 1]) == line[i];
            const auto next = is_followed ? told.histories.first_exported(line[i + 1]) : std::nullopt;
            const std::span<const PlaceFact> facts = found->second;
            const auto late = std::ranges::find_if(facts, [&](const PlaceFact& fact) {
                return next && branches_of(line[i]) == 0 && fact.spine.clock == ClockTrust::trusted && fact.spine.at > *next;
            });
            apply_history(places, {facts.begin(), late}, told.counts(line[i]), number);
            if (late != facts.end()) {
                auto elsewhere = places;
                apply_history(elsewhere, {late, facts.end()}, told.counts(line[i]), number);
                places.remember(elsewhere);
            }
        }
        remember_parted_from(line[i]);
    }
    return places;
}

Places DeskPlaces::of(const std::string& kiosk, const ActivityId& activity, const CountsUpTo& counts, const Origin& goes_on, const Branch& branch)
{
    const auto& histories = this->histories(kiosk);
    Told told{histories, counts, branch, {}};
    std::vector<Origin> in_order;
    for (auto& fact : facts(kiosk, activity, goes_on)) {
        const auto origin = fact.spine.key.origin;
        if (counts(origin) == 0) continue;
        if (told.facts[origin].empty()) in_order.push_back(origin);
        told.facts[origin].push_back(std::move(fact));
    }
    auto line = histories.line_of(goes_on);
    std::ranges::reverse(line);
    if (whole_up_to(line.front()) == 0) return along(in_order, told, {});  // what it came after is not known
    std::set<Origin> others{in_order.begin(), in_order.end()};
    for (const auto& origin : line) others.erase(origin);
    std::multimap<Origin, Places> parted;
    for (const auto& end : histories.last_of(others)) {
        auto other = histories.line_of(end);
        const auto from = std::ranges::find_first_of(other, line);
        const auto parted_from = from == other.end() ? Origin{} : *from;
        std::ranges::reverse(other);
        parted.emplace(parted_from, along(other, told, {}));
    }
    return along(line, told, parted);
}

}
