#include "store/machine_book.hpp"

#include "store/holdings.hpp"
#include "store/prepared.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

namespace refectory {

namespace {

constexpr auto everything = std::numeric_limits<std::int64_t>::max();

}

MachineBook::MachineBook(Database& desk, Origin desk_origin) : desk_(desk), desk_origin_(std::move(desk_origin)), places_(desk) {}

CountsUpTo MachineBook::without_gaps()
{
    return [this](const Origin& origin) { return places_.whole_up_to(origin); };
}

bool MachineBook::counts(const FactKey& fact)
{
    return fact.seq <= places_.whole_up_to(fact.origin);
}

bool MachineBook::has_applied(const std::string& kiosk, const MachineHistory& machine)
{
    return applied_serial(kiosk, counts_at(machine)) > 0;
}

CountsUpTo MachineBook::counts_at(const MachineHistory& machine)
{
    return [&machine, without_gap = without_gaps()](const Origin& origin) {
        if (!machine.origins.contains(origin)) return std::int64_t{0};
        return machine.is_gone ? everything : without_gap(origin);  // nothing comes of it any more that would close a gap
    };
}

std::int64_t MachineBook::applied_serial(const std::string& kiosk, const CountsUpTo& counts)
{
    Prepared query{desk_, "SELECT origin, seq, serial FROM programme_applied WHERE desk = ?2 "
                          "AND origin >= ?1 || '.' AND origin < ?1 || '/'"};
    query.bind(1, kiosk);
    query.bind(2, desk_origin_.value);
    std::int64_t newest = 0;
    while (query.executeStep())
        if (query.getColumn(1).getInt64() <= counts(Origin{query.getColumn(0).getString()})) newest = std::max(newest, query.getColumn(2).getInt64());
    return newest;
}

bool MachineBook::is_erased(PersonId person)
{
    Prepared query{desk_, "SELECT 1 FROM erased WHERE person = ?"};
    query.bind(1, person.value);
    return query.executeStep();
}

std::vector<SignUpKey> MachineBook::forgotten_by(const Places& places)
{
    auto forgotten = places.forgotten();
    std::erase_if(forgotten, [&](const SignUpKey& promise) { return is_erased(promise.person); });
    return forgotten;
}

MachineChairs MachineBook::chairs_of(const std::string& kiosk, const MachineHistory& machine, const ActivityId& activity)
{
    const auto goes_on = goes_on_with(kiosk, machine);
    MachineChairs chairs{places_of(kiosk, machine, activity), still_to_come(kiosk, activity, goes_on, goes_on), machine.is_gone, machine.is_gone && lacks_facts(machine.origins)};
    if (machine.is_gone) chairs.erased = static_cast<int>(std::ranges::count_if(chairs.places.people_with_a_place(), [&](PersonId one) { return is_erased(one); }));
    chairs.forgotten = forgotten_by(chairs.places);
    const auto& histories = places_.histories(kiosk);
    const auto ends = histories.ends_of(machine.origins);
    chairs.takes_up = !machine.is_gone && ends.size() == 1 && histories.running_behind(*ends.begin()).empty();
    chairs.newest = newest_allotment(kiosk, activity, goes_on);
    if (!machine.is_gone) add_other_histories(kiosk, machine, activity, chairs);
    return chairs;
}

int MachineBook::newest_allotment(const std::string& kiosk, const ActivityId& activity, const Origin& goes_on)
{
    Prepared query{desk_, "SELECT a.chairs FROM published_allotment a LEFT JOIN published_for f USING (desk, serial, kiosk) WHERE a.activity = ? AND a.kiosk = ? "
                          "AND a.desk = ? AND a.serial = (SELECT max(serial) FROM publication WHERE complete) AND coalesce(f.origin, ?4) = ?4"};
    query.bind(1, activity.value);
    query.bind(2, kiosk);
    query.bind(3, desk_origin_.value);
    query.bind(4, goes_on.value);
    return query.executeStep() ? query.getColumn(0).getInt() : 0;
}

// By programmes that were decided for that line and that neither it nor the one that is gone on with has applied, as far as is known.
int MachineBook::still_to_come(const std::string& kiosk, const ActivityId& activity, const Origin& end, const Origin& goes_on)
{
    const auto& histories = places_.histories(kiosk);
    const auto line = histories.line_of(end);
    const auto is_in = [](const std::vector<Origin>& some, const Origin& origin) { return std::ranges::find(some, origin) != some.end(); };
    const auto counts = [&, counts = without_gaps(), other = histories.line_of(goes_on)](const Origin& origin) {
        return is_in(line, origin) || is_in(other, origin) ? counts(origin) : 0;
    };
    Prepared query{desk_, "SELECT a.chairs, f.origin FROM published_allotment a LEFT JOIN published_for f USING (desk, serial, kiosk) "
                          "WHERE a.activity = ? AND a.kiosk = ? AND a.desk = ? AND a.serial > ?"};
    query.bind(1, activity.value);
    query.bind(2, kiosk);
    query.bind(3, desk_origin_.value);
    query.bind(4, applied_serial(kiosk, counts));
    int chairs = 0;
    while (query.executeStep())
        if (query.getColumn(1).isNull() || is_in(line, Origin{query.getColumn(1).getString()})) chairs = std::max(chairs, query.getColumn(0).getInt());
    return chairs;
}

Origin MachineBook::goes_on_with(const std::string& kiosk, const MachineHistory& machine)
{
    const auto ends = places_.histories(kiosk).ends_of(machine.origins);
    if (ends.empty()) return {};
    if (ends.size() == 1) return *ends.begin();
    const auto known = go_on_with_.find(*ends.begin());
    if (known != go_on_with_.end()) return known->second;
    const auto last = Holdings{desk_}.newest_parcel_among(ends);
    return go_on_with_.emplace(*ends.begin(), last ? last->origin : Origin{}).first->second;
}

const Places& MachineBook::places_of(const std::string& kiosk, const MachineHistory& machine, const ActivityId& activity)
{
    const std::tuple key{kiosk, machine.origins.empty() ? Origin{} : *machine.origins.begin(), machine.is_gone, activity};
    if (const auto known = of_machines_.find(key); known != of_machines_.end()) return known->second;
    return of_machines_.emplace(key, places_.of(kiosk, activity, counts_at(machine), goes_on_with(kiosk, machine))).first->second;
}

bool MachineBook::lacks_facts(const std::set<Origin>& origins)
{
    Prepared query{desk_, "SELECT coalesce(max(seq), 0) FROM fact WHERE origin = ?"};
    return std::ranges::any_of(origins, [&](const Origin& origin) {
        query.reset();
        query.bind(1, origin.value);
        query.executeStep();
        return query.getColumn(0).getInt64() > without_gaps()(origin);
    });
}

// Those that stand, what may still run behind the one that it goes on with, and of what is gone those whose facts are not all here.
std::set<Origin> MachineBook::ends_that_count(const Histories& histories, const MachineHistory& machine, const Origin& goes_on)
{
    const auto standing = histories.ends_of(machine.origins), running = histories.running_behind(goes_on);
    auto ends = standing;
    ends.insert(running.begin(), running.end());
    std::ranges::copy_if(histories.gone_ends_of(machine.origins), std::inserter(ends, ends.end()),
                         [&](const Origin& end) { return lacks_facts(histories.own_origins_of(end, standing)); });
    std::ranges::copy_if(histories.behind(goes_on), std::inserter(ends, ends.end()), [&](const Origin& origin) { return lacks_facts({origin}); });
    return ends;
}

// A disk that was put back to the same day twice, or ran in two computers, left several origins that none comes after, or one that was
// continued twice. Which of them the machine goes on with is not known here; what it promised by the others stands as well.
std::vector<MachineBook::ByEnd> MachineBook::by_every_end(const std::string& kiosk, const MachineHistory& machine, const ActivityId& activity, const std::vector<PersonId>& promised)
{
    const auto& histories = places_.histories(kiosk);
    const auto goes_on = goes_on_with(kiosk, machine);
    const auto ends = ends_that_count(histories, machine, goes_on);
    std::vector<ByEnd> all;
    for (const auto& end : ends) {
        const int published = still_to_come(kiosk, activity, end, goes_on);
        const bool may_run = end == goes_on || published > 0 || histories.recorded_beside(end, goes_on);
        const auto line = histories.line_of(end);
        const auto counts = [&, counts = counts_at(machine)](const Origin& origin) { return std::ranges::find(line, origin) == line.end() ? 0 : counts(origin); };
        const auto add = [&](const Branch& branch) {
            const auto places = places_.of(kiosk, activity, counts, end, branch);
            if (places.chairs() == 0 && published == 0) return;  // what it would come to by a programme, as of an activity that is newer, is not kept for it
            const auto known = places.people_with_a_place();
            const auto forgotten = std::ranges::count_if(promised, [&](PersonId one) { return std::ranges::find(known, one) == known.end(); });
            all.push_back({end, may_run && branch.number == 0, {places.chairs(), places.received(), places.promised(), static_cast<int>(forgotten), published, end == goes_on}});
        };
        if (ends.size() > 1) add({});
        for (const auto& origin : line)
            for (std::size_t number = 1; number < places_.branches_of(origin); ++number) add({origin, number});
    }
    return all;
}

// Two computers with one disk may both promise what is empty there. Where the other has recorded nothing since this one exported, as far as
// is known, the disk was put back, and there is one.
void MachineBook::add_other_histories(const std::string& kiosk, const MachineHistory& machine, const ActivityId& activity, MachineChairs& chairs)
{
    auto promised = chairs.places.people_with_a_place();
    for (const auto& promise : chairs.forgotten) promised.push_back(promise.person);
    const auto goes_on = goes_on_with(kiosk, machine);
    const auto by_ends = by_every_end(kiosk, machine, activity, promised);
    std::map<Origin, int> empty;
    for (const auto& [end, may_run, by_it] : by_ends)
        if (may_run) empty[end] = by_it.most() - by_it.beside - by_it.promised;
    for (const auto& [end, chairs_there] : empty)
        if (end != goes_on) chairs.elsewhere += chairs_there;
    for (const auto& [end, may_run, by_it] : by_ends) {
        auto& other = chairs.otherwise.emplace_back(by_it);
        other.beside += chairs.elsewhere;
        if (empty.contains(end) && end != goes_on) other.beside += empty[goes_on] - empty[end];
    }
}

bool MachineBook::is_forgotten(const std::string& kiosk, const GivenChair& chair)
{
    return std::ranges::any_of(places_.histories(kiosk).machines(), [&](const MachineHistory& machine) {
        return !machine.is_gone && places_of(kiosk, machine, chair.activity).has_forgotten({chair.sign_up, chair.person});
    });
}

// It was received in what a disk that was put back has lost.
bool MachineBook::was_lost_again(const std::string& kiosk, const GivenChair& chair)
{
    for (const auto& machine : places_.histories(kiosk).machines())
        if (machine.origins.size() > 1 && machine.origins.contains(chair.sign_up.origin))
            return places_of(kiosk, machine, chair.activity).lacks_chair({chair.sign_up, chair.person});
    return false;
}

}
