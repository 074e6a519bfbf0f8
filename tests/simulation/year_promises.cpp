#include "year.hpp"

#include "store/desk_status.hpp"
#include "store/erasures.hpp"
#include "store/prepared.hpp"
#include "store/protected_times.hpp"
#include "support/desk_text.hpp"

namespace refectory::simulation {

// Over all kiosks of which the desk can know what they hold. A kiosk whose disk was put back, or ran twice, may have promised again what
// it had promised before or let go of: of what was published by then its chairs are not counted here.
void Year::no_chair_is_promised_twice()
{
    std::map<ActivityId, int> promised;
    std::map<ActivityId, std::string> by;
    for (const auto& machine : machines_)
        for (const auto& [activity, people] : machine->told().places)
            if (!unsure_.contains({activity, machine->code()})) {
                promised[activity] += static_cast<int>(people.size());
                by[activity] += fmt::format(", {} by {}", people.size(), machine->code());
            }
    for (const auto& [activity, chairs] : promised)
        journal_.must(chairs <= spreadsheets_.capacity_of(activity), fmt::format("no chair of the {} at {} is promised twice{}",
                      spreadsheets_.capacity_of(activity), activity.value, by[activity]));
}

// A desk that was put back has said so to a kiosk once the kiosk runs a programme of what came after.
void Year::nothing_receipted_is_missing_of(Machine& machine)
{
    const auto header = machine.store().activities().header();
    if (!header || header->desk != coordinator_.store().ledger().origin()) return;
    const auto missing = coordinator_.missing(machine.database(), "SELECT r.facts_up_to FROM kiosk.receipt r WHERE r.origin = f.origin");
    journal_.must(missing == 0, fmt::format("the desk has what its receipt to {} says; {} facts are missing", machine.code(), missing));
}

namespace {

int in_all(const ChairsByKiosk& chairs)
{
    int sum = 0;
    for (const auto& [kiosk, held] : chairs) sum += held;
    return sum;
}

std::string named(const ChairsByKiosk& chairs)
{
    std::string text;
    for (const auto& [kiosk, held] : chairs)
        if (held > 0) text += fmt::format(", {} at {}", held, kiosk);
    return text;
}

}

// Kiosks and desk know everything of one another: also of a kiosk whose disk was put back, no chair is free that somebody has.
void Year::gives_only_chairs_that_nobody_has()
{
    for (const auto& [activity, chairs] : chairs_ahead()) {
        const auto gifts = std::ranges::count(coordinator_.decisions().gifts, activity, &DecidedGift::activity);
        journal_.must(gifts == 0 || in_all(chairs) + gifts <= spreadsheets_.capacity_of(activity),
                      fmt::format("no chair at {} is given that somebody has: {} given{}", activity.value, gifts, named(chairs)));
    }
}

std::map<ActivityId, ChairsByKiosk> Year::chairs_ahead()
{
    std::map<ActivityId, ChairsByKiosk> ahead;
    for (const auto& place : places_)
        for (const auto& [activity, chairs] : chairs_of(place.code)) ahead[activity][place.code] = chairs;
    return ahead;
}

// Nor is one by an allotment, also to a kiosk that has forgotten whom it promised it.
void Year::promises_no_chair_that_somebody_has(const std::map<ActivityId, ChairsByKiosk>& before)
{
    for (const auto& [activity, chairs] : chairs_ahead()) {
        const auto most = std::max(before.contains(activity) ? in_all(before.at(activity)) : 0, spreadsheets_.capacity_of(activity));
        journal_.must(in_all(chairs) <= most, fmt::format("of {} chairs at {} no more are there after a programme{}", most, activity.value, named(chairs)));
    }
}

std::vector<std::pair<ActivityId, PersonId>> Year::lost_and_told(const std::string& kiosk) const
{
    std::vector<std::pair<ActivityId, PersonId>> promises;
    const auto lost = lost_.find(kiosk);
    if (lost == lost_.end()) return promises;
    std::map<Digest, bool> known;  // each is asked for once: many promises were in one parcel
    const auto is_known = [&](const Digest& sum) {
        const auto [answer, is_new] = known.try_emplace(sum);
        if (is_new) answer->second = coordinator_.knows_all_up_to(sum);
        return answer->second;
    };
    for (const auto& [promise, parcels] : lost->second) {
        if (std::ranges::any_of(parcels, is_known) && !coordinator_.has_erased(promise.second)) promises.push_back(promise);
    }
    return promises;
}

bool Year::has_place(const std::string& kiosk, const ActivityId& activity, PersonId person) const
{
    return std::ranges::any_of(machines_, [&](const auto& machine) {
        const auto places = machine->told().places.find(activity);
        return machine->code() == kiosk && places != machine->told().places.end() && places->second.contains(person);
    });
}

// Whoever was told of a place by a disk that was put back has it again where the desk had heard of it, or a chair is kept.
void Year::gives_back_what_was_lost()
{
    std::set<ActivityId> ahead;
    for (const auto& activity : spreadsheets_.ahead(now_)) ahead.insert(activity.id);
    for (const auto& place : places_)
        for (const auto& [activity, person] : lost_and_told(place.code)) {
            if (!ahead.contains(activity)) continue;
            const bool has_it_again = has_place(place.code, activity, person);
            journal_.must(has_it_again || coordinator_.keeps_a_place_that_was_forgotten(place.code, activity, person),
                          fmt::format("{} keeps the place at {} that {} promised before its disk was put back", person.value, activity.value, place.code));
            journal_.note(has_it_again ? "takes-up a promise that was lost" : "keeps-chair for a promise that was lost");
        }
}

std::map<ActivityId, int> Year::chairs_of(const std::string& kiosk)
{
    std::map<ActivityId, int> chairs;
    for (const auto& activity : spreadsheets_.ahead(now_)) chairs[activity.id] = promised_by_broken(kiosk, activity.id);
    for (const auto& [activity, person] : lost_and_told(kiosk))
        if (chairs.contains(activity) && !has_place(kiosk, activity, person)) ++chairs[activity];
    for (const auto& machine : machines_)
        for (const auto& [activity, known] : machine->told().chairs)
            if (machine->code() == kiosk && chairs.contains(activity)) chairs[activity] += known;
    return chairs;
}

// A desk that was put back, and has not heard again of each machine that may stand, gives no chair at all.
int Year::promised_by_broken(const std::string& kiosk, const ActivityId& activity) const
{
    const auto again = set_up_again_.find(kiosk);
    if (again == set_up_again_.end() || !again->second.gone || !coordinator_.decisions().is_complete()) return 0;
    return coordinator_.told_of_a_place_by(*again->second.gone, activity);
}

// But what a machine that broke had on sticks that were lost, or that a desk had which was put back.
bool Year::nothing_is_missing_of(const std::string& kiosk)
{
    const auto again = set_up_again_.find(kiosk);
    return std::ranges::all_of(gaps_of(coordinator_.store().database(), kiosk), [&](const Gap& gap) {
        return again != set_up_again_.end() && again->second.gone == gap.origin;
    });
}

void Year::desk_knows_all()
{
    for (const auto& machine : machines_) nothing_receipted_is_missing_of(*machine);
    for (const auto& place : places_)
        for (const auto& activity : spreadsheets_.ahead(now_))
            if (promised_by_broken(place.code, activity.id) > 0) journal_.note("stands-by a promise of the machine of " + place.code + " that broke");
    auto& desk = coordinator_.store().database();
    const auto erased = Erasures{coordinator_.store()}.all();
    for (const auto& machine : machines_) {
        // All but the last fact, which says that the others are on the stick.
        const auto missing = coordinator_.missing(machine->database(), "SELECT max(m.seq) - (m.origin = '" + machine->origin().value +
                                                                           "') FROM kiosk.fact m WHERE m.origin = f.origin");
        journal_.must(missing == 0, fmt::format("{} facts of {} are at the desk", missing, machine->code()));
        for (const auto& [activity, chairs] : chairs_of(machine->code()))
            journal_.must(coordinator_.held(machine->code(), activity) >= chairs,
                          fmt::format("the desk knows the chairs that {} has at {}", machine->code(), activity.value));
        for (const auto& activity : spreadsheets_.ahead(now_))
            for (const auto& person : erased)
                journal_.must(!machine->store().activities().places(activity.id).standing_of(person), "nobody who was erased has a place at what lies ahead");
        // The last but one was collected before the programme that runs here.
        const auto parcels = machine->store().exports().latest(2);
        journal_.must(parcels.size() < 2 || parcels[1].is_confirmed,
                      machine->code() + " knows what the desk has of it");
        for (const auto& person : erased) journal_.must(machine->told().erased.contains(person), "every kiosk has forgotten who was erased");
        machine->no_name_of(std::vector(machine->told().erased.begin(), machine->told().erased.end()));
        for (const auto& key : machine->told().questions) {
            Prepared query{desk, "SELECT 1 FROM answer WHERE key = ?"};
            query.bind(1, key.data(), static_cast<int>(key.size()));
            journal_.must(query.executeStep(), "every question of " + machine->code() + " has come to the desk");
        }
        if (!broken_.contains(machine->code())) journal_.must(nothing_is_missing_of(machine->code()), "nothing of " + machine->code() + " is missing");
    }
    if (broken_.empty() && set_up_again_.empty()) counts_time_once();
    coordinator_.no_name_of_erased();
    coordinator_.tells_of_forks();
}

namespace {

using Visits = std::vector<VisitSpan>;

// Counted piece by piece between all the moments at which somebody came or went.
milliseconds time_in(const Visits& visits)
{
    std::set<Instant> moments;
    for (const auto& visit : visits) moments.insert({visit.in, *visit.out});
    milliseconds sum{};
    for (auto moment = moments.begin(); moment != moments.end() && std::next(moment) != moments.end(); ++moment)
        if (std::ranges::any_of(visits, [&](const VisitSpan& visit) { return visit.in <= *moment && *moment < *visit.out; })) sum += *std::next(moment) - *moment;
    return sum;
}

// Who went out elsewhere on the same day has left here then, too.
void end_at_another_kiosk(Visits& visits, const std::string& kiosk, Instant in)
{
    std::optional<Instant> out;
    for (const auto& other : visits)
        if (other.kiosk != kiosk && *other.out >= in && local_date(*other.out) == local_date(in)) out = std::min(out.value_or(Instant::max()), *other.out);
    if (out) visits.push_back({kiosk, in, out});
}

}

// The sum of visits is the time between in and out, over all kiosks.
void Year::counts_time_once()
{
    std::map<PersonId, Visits> ended, all;
    for (const auto& machine : machines_)
        for (const auto& [person, visits] : machine->told().visits) ended[person].insert(ended[person].end(), visits.begin(), visits.end());
    all = ended;
    for (const auto& machine : machines_)
        for (const auto& [person, in] : machine->told().in) {
            auto seen = ended[person];
            const auto before = seen.size();
            end_at_another_kiosk(seen, machine->code(), in);
            if (seen.size() > before) all[person].push_back(seen.back());
        }
    const auto counted = protected_times(coordinator_.store().database(), Instant{}, end_of_time, [](PersonId person) { return person; });
    for (const auto& [person, visits] : all) {
        const auto found = counted.find(person);
        journal_.must((found == counted.end() ? milliseconds{} : found->second.counted) == time_in(visits),
                      fmt::format("the time of {} is counted once over all kiosks", person.value));
    }
    if (!all.empty()) journal_.note("counts-time over all kiosks");
}

// Of all that was ever written, also of sticks that were lost: in two random orders, with repeats.
void Year::every_order_gives_the_same()
{
    std::vector<std::string> texts;
    for (int order = 0; order < 2; ++order) {
        const auto folder = folder_ / fmt::format("order-{}", order);
        begin_desk(folder);
        const auto desk = Database::open(folder / "desk.db", Database::Kind::desk).value();
        auto parcels = written_;
        for (auto repeats = choices_.number(0, 5); repeats > 0; --repeats) parcels.push_back(choices_.among(written_));
        choices_.shuffle(parcels);
        for (const auto& one : parcels) journal_.must(collect_rows(*desk, *one.parcel, one.sum, now_).has_value(), "every parcel is taken in, whenever it comes");
        texts.push_back(test::collected_rows_of(desk->handle()));
    }
    journal_.must(texts[0] == texts[1], "every order of collecting gives the same database");
}

}
