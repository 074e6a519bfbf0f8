#include "store/retention.hpp"

#include "store/owed_sweep.hpp"
#include "store/row_writer.hpp"

namespace refectory {

namespace {

// A person's facts, when the desk first had each, and until when the person's name is needed for it.
constexpr const char* unlisted_people = R"(
    WITH unlisted AS (SELECT person FROM person WHERE added_here OR NOT listed),
    did AS (
        SELECT person, origin, seq, NULL AS activity FROM person_added
        UNION ALL SELECT s.person, s.origin, s.seq, CASE WHEN EXISTS (
            SELECT 1 FROM withdrawal w WHERE w.activity = s.activity AND w.sign_up_origin = s.origin AND w.sign_up_seq = s.seq)
            THEN NULL ELSE s.activity END FROM sign_up s
        UNION ALL SELECT k.person, k.origin, k.seq, CASE WHEN EXISTS (
            SELECT 1 FROM withdrawal w WHERE w.activity = k.activity AND w.sign_up_origin = k.sign_up_origin AND w.sign_up_seq = k.sign_up_seq
                AND w.person = k.person)
            THEN NULL ELSE k.activity END FROM standing_kept k
        UNION ALL SELECT person, origin, seq, NULL FROM withdrawal
        UNION ALL SELECT person, origin, seq, activity FROM check_in
        UNION ALL SELECT person, origin, seq, NULL FROM check_out),
    known AS (
        SELECT d.person, d.activity, (SELECT r.at FROM received r WHERE r.origin = d.origin AND r.facts_up_to >= d.seq
                                      ORDER BY r.facts_up_to, r.answers_up_to LIMIT 1) AS received_at
        FROM did d WHERE d.person IN (SELECT person FROM unlisted))
    SELECT u.person, count(k.person) = count(k.received_at), coalesce(max(k.received_at), 0),
        nullif(max(coalesce(max(a.ends), 0),
                   coalesce((SELECT max(ends) FROM activity WHERE academic = u.person OR host = u.person), 0)), 0)
    FROM unlisted u LEFT JOIN known k USING (person) LEFT JOIN activity a USING (activity) GROUP BY u.person)";

std::optional<Instant> instant_in(const SQLite::Column& column)
{
    return column.isNull() ? std::nullopt : std::optional{from_milliseconds(column.getInt64())};
}

}

std::vector<PersonId> Retention::people_past(std::chrono::days kept, Instant now)
{
    std::vector<PersonId> past;
    Prepared query{*context_.database, unlisted_people};
    while (query.executeStep()) {
        const auto received_at = query.getColumn(1).getInt() == 1 ? instant_in(query.getColumn(2)) : std::nullopt;
        if (is_past(received_at, instant_in(query.getColumn(3)), kept, now)) past.push_back(PersonId{query.getColumn(0).getInt64()});
    }
    return past;
}

std::vector<FactKey> Retention::remarks_past(std::chrono::days kept, Instant now)
{
    std::vector<FactKey> past;
    Prepared query{*context_.database, "SELECT m.origin, m.seq, (SELECT r.at FROM received r WHERE r.origin = m.origin AND r.facts_up_to >= m.seq "
                                       "ORDER BY r.facts_up_to, r.answers_up_to LIMIT 1) FROM remark m"};
    while (query.executeStep())
        if (is_past(instant_in(query.getColumn(2)), std::nullopt, kept, now))
            past.push_back({Origin{query.getColumn(0).getString()}, query.getColumn(1).getInt64()});
    return past;
}

bool Retention::waits_at(Instant now)
{
    Prepared set{*context_.database, R"(
        SELECT 1 FROM clock_confirmed JOIN fact f USING (origin, seq) WHERE f.at > ?1 AND f.at <= ?2 AND f.at - coalesce(
            (SELECT p.at FROM fact p WHERE p.origin = f.origin AND p.seq < f.seq AND p.clock = 1 ORDER BY p.seq DESC LIMIT 1), 0) > ?3)"};
    set.bind(1, to_milliseconds(now - waits));
    set.bind(2, to_milliseconds(now));
    set.bind(3, std::chrono::duration_cast<milliseconds>(surely_meant).count());
    return set.executeStep();
}

Result<> Retention::forget(const RetentionRules& rules, Instant now, ClockTrust trust)
{
    if (trust != ClockTrust::trusted || !context_.ledger || waits_at(now)) return {};
    REFECTORY_TRY(context_.commit([&]() -> Result<> {
        for (const auto& person : people_past(rules.names, now)) people_.forget(person);
        const auto remarks = remarks_past(rules.words, now);
        for (const auto& fact : remarks)
            RowWriter{*context_.database, "DELETE FROM remark WHERE origin = ? AND seq = ?"}.row(fact.origin, fact.seq);
        if (!remarks.empty()) owe_sweep(*context_.database);
        return {};
    }));
    context_.sweep_if_owed();
    if (context_.put_aside) context_.put_aside->forget_older_than(rules.names, now);
    return forget_answers(rules.words, now);
}

// As for what leaves with a parcel, a receipt of an earlier origin says nothing of the numbers of today's.
Result<> Retention::forget_answers(std::chrono::days kept, Instant now)
{
    Prepared received{*context_.database, "SELECT min(at) FROM received WHERE origin = ? AND answers_up_to >= ?"};
    received.bind(1, context_.ledger->origin().value);
    const auto end = activities_.ends();
    return answers_.forget([&](const Answer& answer, std::int64_t parcel) {
        received.bind(2, parcel);
        received.executeStep();
        const auto received_at = instant_in(received.getColumn(0));
        received.reset();
        return is_past(received_at, needed_until(answer, end), kept, now);
    });
}

}
