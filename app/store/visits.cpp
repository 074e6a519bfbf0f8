#include "store/visits.hpp"

#include "domain/invitation.hpp"
#include "store/prepared.hpp"
#include "store/row_writer.hpp"

#include <algorithm>

namespace refectory {

std::optional<FactKey> Visits::open_visit(PersonId person)
{
    // Only the newest can be open: whoever is in is not checked in again.
    Prepared query{*context_.database, R"(
        SELECT n.origin, n.seq, EXISTS (SELECT 1 FROM open_visit o WHERE o.origin = n.origin AND o.seq = n.seq) FROM
            (SELECT origin, generation, (SELECT max(c.seq) FROM check_in c WHERE c.person = ?1 AND c.origin = b.origin) AS seq
             FROM origin_begun b WHERE b.seq = 1) n
        WHERE n.seq IS NOT NULL ORDER BY n.generation DESC LIMIT 1)"};
    query.bind(1, person.value);
    if (!query.executeStep() || query.getColumn(2).getInt() == 0) return std::nullopt;
    return FactKey{Origin{query.getColumn(0).getString()}, query.getColumn(1).getInt64()};
}

Instant Visits::began(const FactKey& visit)
{
    Prepared query{*context_.database, "SELECT at FROM fact WHERE origin = ? AND seq = ?"};
    query.bind(1, visit.origin.value);
    query.bind(2, visit.seq);
    return query.executeStep() ? from_milliseconds(query.getColumn(0).getInt64()) : Instant{};
}

std::optional<ActivityId> Visits::activity_of(const FactKey& visit)
{
    Prepared query{*context_.database, "SELECT activity FROM check_in WHERE origin = ? AND seq = ?"};
    query.bind(1, visit.origin.value);
    query.bind(2, visit.seq);
    if (!query.executeStep() || query.getColumn(0).isNull()) return std::nullopt;
    return ActivityId{query.getColumn(0).getString()};
}

std::optional<Activity> Visits::expected_today(PersonId academic, Instant now)
{
    const auto today = local_date(now);
    std::optional<Activity> expected;
    for (const auto& activity : activities_.between(start_of_day(today), start_of_day(add_days(today, 1)))) {
        if (activity.academic != academic || !takes_place(activity)) continue;
        if (!expected || expected->ends <= now) expected = activity;
    }
    return expected;
}

std::vector<Person> Visits::academics_with_code(std::string_view typed, Instant now)
{
    return people_.search_academics(typed, [&](const Person& person) {
        return expected_today(person.id, now).has_value() || !pass_codes(person.id).empty();
    });
}

std::optional<SecretHash> Visits::visit_code(PersonId academic, const ActivityId& activity)
{
    Prepared query{*context_.database, "SELECT salt, hash FROM visit_code WHERE person = ? AND activity = ?"};
    query.bind(1, academic.value);
    query.bind(2, activity.value);
    if (!query.executeStep()) return std::nullopt;
    return SecretHash{bytes_in<16>(query.getColumn(0)), bytes_in<32>(query.getColumn(1))};
}

std::vector<PassCode> Visits::pass_codes(PersonId academic)
{
    Prepared query{*context_.database, "SELECT pass, valid_from, valid_until, salt, hash FROM pass_code WHERE person = ? ORDER BY pass DESC"};
    query.bind(1, academic.value);
    std::vector<PassCode> codes;
    while (query.executeStep())
        codes.push_back({{academic, PassNumber{static_cast<std::uint32_t>(query.getColumn(0).getInt64())},
                          parse_iso_date(query.getColumn(1).getString()).value_or(Date{}),
                          parse_iso_date(query.getColumn(2).getString()).value_or(Date{})},
                         {bytes_in<16>(query.getColumn(3)), bytes_in<32>(query.getColumn(4))}});
    return codes;
}

bool Visits::pass_is_withdrawn(PassNumber pass)
{
    Prepared query{*context_.database, "SELECT 1 FROM pass_withdrawn WHERE pass = ?"};
    query.bind(1, static_cast<std::int64_t>(pass.value));
    return query.executeStep();
}

// Before a scanner's beep has faded: no more is read of an activity than whether there is one.
bool Visits::is_expected_today(PersonId academic, Instant now)
{
    const auto today = local_date(now);
    Prepared query{*context_.database, "SELECT state FROM activity WHERE listed AND academic = ? AND starts >= ? AND starts < ?"};
    query.bind(1, academic.value);
    query.bind(2, to_milliseconds(start_of_day(today)));
    query.bind(3, to_milliseconds(start_of_day(add_days(today, 1))));
    while (query.executeStep())
        if (takes_place(parse_name<ActivityState>(query.getColumn(0).getString()).value_or(ActivityState::proposed))) return true;
    return false;
}

PassHolder Visits::holder_of(const Pass& pass, Instant now)
{
    return {people_.knows(pass.person), pass_is_withdrawn(pass.number), open_visit(pass.person).has_value(), is_expected_today(pass.person, now)};
}

// From the newest back. By a trusted clock whatever came before is earlier still: it is not looked at, however much there is.
std::vector<VisitNow> Visits::since(PersonId academic, Instant from)
{
    Prepared origins{*context_.database, "SELECT origin FROM origin_begun WHERE seq = 1"};
    Prepared query{*context_.database, "SELECT c.seq, f.at, f.order_at, f.clock FROM check_in c CROSS JOIN fact f USING (origin, seq) "
                                               "WHERE c.person = ? AND c.origin = ? ORDER BY c.seq DESC"};
    std::vector<VisitNow> visits;
    while (origins.executeStep()) {
        const Origin origin{origins.getColumn(0).getString()};
        query.reset();
        query.bind(1, academic.value);
        query.bind(2, origin.value);
        while (query.executeStep()) {
            const auto began = from_milliseconds(query.getColumn(1).getInt64());
            if (began >= from) visits.push_back({{origin, query.getColumn(0).getInt64()}, academic, began});
            if (query.getColumn(3).getInt() == 1 && from_milliseconds(query.getColumn(2).getInt64()) < from) break;
        }
    }
    return visits;
}

milliseconds Visits::given_by(PersonId academic, Instant from, Instant until)
{
    Prepared end{*context_.database, "SELECT min(at) FROM visit_end WHERE visit_origin = ? AND visit_seq = ?"};
    milliseconds given{0};
    for (const auto& visit : since(academic, from)) {
        if (visit.began >= until) continue;
        end.reset();
        end.bind(1, visit.visit.origin.value);
        end.bind(2, visit.visit.seq);
        if (end.executeStep() && !end.getColumn(0).isNull()) given += std::max(milliseconds{0}, from_milliseconds(end.getColumn(0).getInt64()) - visit.began);
    }
    return given;
}

Result<FactKey> Visits::check_in(const CheckIn& check_in, Instant now, ClockTrust trust)
{
    FactKey key;
    REFECTORY_TRY(context_.commit([&]() -> Result<> {
        const auto open = open_visit(check_in.person);
        key = open ? *open : context_.ledger->record(check_in, now, trust);
        return {};
    }));
    return key;
}

Result<milliseconds> Visits::check_out(const FactKey& visit, PersonId academic, Means means, const CheckOutForm& form, Instant now,
                                       ClockTrust trust)
{
    REFECTORY_TRY(context_.commit([&]() -> Result<> {
        if (open_visit(academic) != visit) return {};  // a second tap: the first one counts
        context_.ledger->record(CheckOut{visit, academic, means}, now, trust);
        for (const auto& [objective, outcome] : form.outcomes)
            context_.ledger->record(ObjectiveOutcome{visit, objective, outcome}, now, trust);
        if (!form.face && form.words.empty()) return {};
        const auto key = context_.ledger->record(VisitFeedback{visit, form.face, !form.words.empty(), form.may_be_quoted}, now, trust);
        if (form.words.empty()) return {};
        Prepared remark{*context_.database, "INSERT INTO remark VALUES (?, ?, ?, ?)"};
        remark.bind(1, key.origin.value);
        remark.bind(2, key.seq);
        remark.bind(3, academic.value);
        remark.bind(4, form.words);
        remark.exec();
        return {};
    }));
    return length_of(visit);
}

milliseconds Visits::length_of(const FactKey& visit)
{
    Prepared query{*context_.database, "SELECT at FROM visit_end WHERE visit_origin = ? AND visit_seq = ? ORDER BY at LIMIT 1"};
    query.bind(1, visit.origin.value);
    query.bind(2, visit.seq);
    if (!query.executeStep()) return milliseconds{0};
    return std::max(milliseconds{0}, from_milliseconds(query.getColumn(0).getInt64()) - began(visit));
}

std::vector<VisitNow> Visits::who_is_in()
{
    Prepared query{*context_.database, "SELECT DISTINCT person FROM open_visit"};
    std::vector<VisitNow> visits;
    while (query.executeStep()) {
        const PersonId academic{query.getColumn(0).getInt64()};
        if (const auto visit = open_visit(academic)) visits.push_back({*visit, academic, began(*visit)});
    }
    std::ranges::sort(visits, {}, [](const VisitNow& visit) { return std::pair{visit.began, visit.academic}; });
    return visits;
}

std::optional<VisitNow> Visits::newest_since(PersonId academic, Instant from)
{
    const auto visits = since(academic, from);
    const auto newest = std::ranges::max_element(visits, {}, &VisitNow::began);
    return newest == visits.end() ? std::nullopt : std::optional{*newest};
}

}
