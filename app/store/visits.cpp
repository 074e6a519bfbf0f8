#include "store/visits.hpp"

#include "domain/invitation.hpp"
#include "store/prepared.hpp"
#include "store/row_writer.hpp"

namespace refectory {

namespace {

VisitNow visit_in(Prepared& row)
{
    return {{Origin{row.getColumn(0).getString()}, row.getColumn(1).getInt64()}, PersonId{row.getColumn(2).getInt64()},
            from_milliseconds(row.getColumn(3).getInt64())};
}

}

std::optional<FactKey> Visits::open_visit(PersonId person)
{
    Prepared query{*context_.database, "SELECT origin, seq FROM visit WHERE person = ? AND ended IS NULL ORDER BY began DESC LIMIT 1"};
    query.bind(1, person.value);
    if (!query.executeStep()) return std::nullopt;
    return FactKey{Origin{query.getColumn(0).getString()}, query.getColumn(1).getInt64()};
}

Instant Visits::began(const FactKey& visit)
{
    Prepared query{*context_.database, "SELECT began FROM visit WHERE origin = ? AND seq = ?"};
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
    const Reading at_one_moment{*context_.database};
    return {people_.knows(pass.person), pass_is_withdrawn(pass.number), open_visit(pass.person).has_value(), is_expected_today(pass.person, now)};
}

milliseconds Visits::given_by(PersonId academic, Instant from, Instant until)
{
    Prepared query{*context_.database, "SELECT coalesce(sum(max(0, ended - began)), 0) FROM visit "
                                       "WHERE person = ? AND began >= ? AND began < ? AND ended IS NOT NULL"};
    query.bind(1, academic.value);
    query.bind(2, to_milliseconds(from));
    query.bind(3, to_milliseconds(until));
    query.executeStep();
    return milliseconds{query.getColumn(0).getInt64()};
}

Result<FactKey> Visits::check_in(const CheckIn& check_in, Instant now, ClockTrust trust)
{
    FactKey key;
    REFECTORY_TRY(context_.commit([&]() -> Result<> {
        const auto open = open_visit(check_in.person);
        key = open ? *open : context_.ledger->record(check_in, now, trust).key;
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
        const auto key = context_.ledger->record(VisitFeedback{visit, form.face, !form.words.empty(), form.may_be_quoted}, now, trust).key;
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
    Prepared query{*context_.database, "SELECT max(0, ended - began) FROM visit WHERE origin = ? AND seq = ? AND ended IS NOT NULL"};
    query.bind(1, visit.origin.value);
    query.bind(2, visit.seq);
    return milliseconds{query.executeStep() ? query.getColumn(0).getInt64() : 0};
}

std::vector<VisitNow> Visits::who_is_in()
{
    Prepared query{*context_.database, "SELECT origin, seq, person, began FROM visit WHERE ended IS NULL ORDER BY began, person"};
    std::vector<VisitNow> visits;
    while (query.executeStep()) visits.push_back(visit_in(query));
    return visits;
}

std::optional<VisitNow> Visits::newest_between(PersonId academic, Instant from, Instant until)
{
    Prepared query{*context_.database, "SELECT origin, seq, person, began FROM visit WHERE person = ? AND began >= ? AND began < ? ORDER BY began DESC LIMIT 1"};
    query.bind(1, academic.value);
    query.bind(2, to_milliseconds(from));
    query.bind(3, to_milliseconds(until));
    return query.executeStep() ? std::optional{visit_in(query)} : std::nullopt;
}

}
