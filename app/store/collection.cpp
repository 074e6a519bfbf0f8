#include "store/collection.hpp"

#include "domain/programme.hpp"
#include "store/arriving_facts.hpp"
#include "store/chain_check.hpp"
#include "store/fact_rows.hpp"
#include "store/joints.hpp"
#include "store/owed_sweep.hpp"
#include "store/row_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace refectory {

namespace {

// Where two parcels name one person differently, it must not matter which came first.
constexpr const char* take_name = R"(
    INSERT INTO added_name SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS (SELECT 1 FROM erased WHERE person = ?1)
    ON CONFLICT (person) DO UPDATE SET name = excluded.name, organisation = excluded.organisation, team = excluded.team
    WHERE (excluded.name, excluded.organisation, excluded.team) < (added_name.name, added_name.organisation, added_name.team))";
constexpr const char* take_remark = R"(
    INSERT INTO remark SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE NOT EXISTS
        (SELECT 1 FROM visitor v JOIN erased USING (person) WHERE v.origin = ?4 AND v.seq = ?5)
    ON CONFLICT (origin, seq, hash) DO UPDATE SET words = excluded.words WHERE excluded.words < remark.words)";
// Words may have been added after an answer left for the first time: the answer that has them stands.
constexpr const char* take_answer = R"(
    INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET kind = excluded.kind, activity = excluded.activity, month = excluded.month, face = excluded.face,
                                    words = excluded.words
    WHERE (excluded.words, excluded.kind, ifnull(excluded.activity, ''), ifnull(excluded.month, ''), ifnull(excluded.face, '')) >
          (answer.words, answer.kind, ifnull(answer.activity, ''), ifnull(answer.month, ''), ifnull(answer.face, '')))";

// From the first of their erasures on, in whatever order they come.
constexpr const char* withdraw_passes = R"(
    UPDATE pass SET withdrawn_at = at FROM (
        SELECT person, min(at) AS at FROM (
            SELECT e.person, f.at FROM erasure e JOIN fact f USING (origin, seq)
            UNION ALL SELECT json_extract(fields, '$.person'), at FROM conflict WHERE kind = 'erasure') GROUP BY person) AS first
    WHERE first.person = pass.person AND (withdrawn_at IS NULL OR withdrawn_at > at))";

void put_aside(Database& database, const StoredFact& fact)
{
    std::string fields;
    for (const auto& column : fact.table->columns) fields += fmt::format("{}'{}', ?", fields.empty() ? "" : ", ", column.name);
    Prepared insert{database, fmt::format("INSERT INTO conflict (origin, seq, kind, at, order_at, clock, hash, fields) "
                                          "VALUES (?, ?, ?, ?, ?, ?, ?, json_object({}))", fields)};
    bind_spine(insert, fact.row.spine, fact.table->name, fact.row.hash);
    for (std::size_t i = 0; i < fact.row.values.size(); ++i) bind_value(insert, static_cast<int>(i) + 8, fact.row.values[i]);
    insert.exec();
}

// In whatever order parcels come, the newest of those that ended so is told of.
void note_end(Database& database, const ParcelRecord& parcel, const FactLink& last)
{
    RowWriter{database, "INSERT INTO parcel_end VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                        "number = max(number, excluded.number), written_at = max(written_at, excluded.written_at)"}
        .row(last.key.origin, last.key.seq, last.hash, last.key.origin == parcel.origin ? parcel.number : 0, parcel.written_at);
}

void record(Database& database, const ParcelRecord& parcel)
{
    RowWriter{database, "INSERT OR IGNORE INTO parcel VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"}
        .row(parcel.origin, parcel.number, parcel.sha256, parcel.facts_from, parcel.facts_up_to, parcel.written_at, parcel.clock == ClockTrust::trusted,
             parcel.version, parcel.collected_at);
}

}

// What stands under the numbers ahead, read many at a time: a parcel's facts come in their order, and what is written in between lies
// behind.
class StandingHashes {
public:
    explicit StandingHashes(FactRows& rows) : rows_(rows) {}

    std::optional<Digest> at(const FactKey& key)
    {
        if (key.origin != from_.origin || key.seq < from_.seq || key.seq - from_.seq >= std::ssize(hashes_)) {
            from_ = key;
            hashes_ = rows_.hashes_from(key, at_once);
        }
        return hashes_[static_cast<std::size_t>(key.seq - from_.seq)];
    }

private:
    static constexpr std::size_t at_once = 1000;
    FactRows& rows_;
    FactKey from_;
    std::vector<std::optional<Digest>> hashes_;
};

struct Collection::State {
    Database& database;
    FactRows rows{database};
    std::optional<ArrivingFacts> arriving = {};
    Merged merged = {};

    Result<> merge_facts(const ParcelRecord& parcel);
    void merge(const StoredFact& fact, const std::optional<Digest>& standing);
};

// A parcel touches many pages of the indexes, and each that does not fit into memory is written and read again.
Collection::Collection(Database& database) : state_(new State{database})
{
    database.handle().exec("PRAGMA cache_size = -24576");
}

Collection::~Collection()
{
    (void)state_->database.handle().tryExec("PRAGMA cache_size = -2000");  // as SQLite itself has it
}

bool Collection::has_parcel(const Digest& sha256)
{
    Prepared query{state_->database, "SELECT 1 FROM parcel WHERE sha256 = ?"};
    query.bind(1, sha256.data(), static_cast<int>(sha256.size()));
    return query.executeStep();
}

void Collection::begin()
{
    assert(state_->database.is_in_transaction());
    state_->merged = {};
    state_->arriving.emplace(std::filesystem::path{state_->database.handle().getFilename()}.parent_path());
}

Result<> Collection::take(const FactTable& table, const FactRow& row)
{
    return state_->arriving->add(table, row);
}

Result<> Collection::take(const AddedName& name)
{
    if (!state_->arriving->has_added(name.person)) return failure("A name in this parcel belongs to nobody who was added there.");
    RowWriter{state_->database, take_name}.row(name.person, name.name, name.organisation, name.team);
    return {};
}

Result<> Collection::take(const Remark& remark)
{
    REFECTORY_TRY_ASSIGN(const auto feedback, state_->arriving->feedback_with_words(remark.fact));
    if (!feedback) return failure("Words in this parcel belong to no feedback that has any.");
    const auto& [spine, hash, values] = feedback->row;  // the first two values are its visit
    RowWriter{state_->database, take_remark}
        .row(remark.fact.origin, remark.fact.seq, hash, std::get<std::string>(values[0]), std::get<std::int64_t>(values[1]), remark.words);
    return {};
}

Result<> Collection::take(const KeyedAnswer& keyed)
{
    const auto& answer = keyed.answer;
    const auto month = answer.month.empty() ? std::nullopt : std::optional{answer.month};
    const auto face = answer.face ? std::optional{name_of(*answer.face)} : std::nullopt;
    const int changed = RowWriter{state_->database, take_answer}.row(keyed.key, name_of(answer.kind), answer.activity, month, face, answer.words);
    ++(changed == 1 ? state_->merged.answers : state_->merged.known);
    return {};
}

Result<Merged> Collection::finish(const ParcelRecord& parcel)
{
    REFECTORY_TRY(state_->merge_facts(parcel));
    state_->arriving.reset();
    if (empty_erased(state_->database)) owe_sweep(state_->database);
    record(state_->database, parcel);
    return state_->merged;
}

Result<> Collection::State::merge_facts(const ParcelRecord& parcel)
{
    ChainCheck chain{parcel.origin};
    Joints joints{database};
    StandingHashes standing{rows};
    std::optional<FactLink> last;
    auto all = arriving->in_order([&](const StoredFact& fact) -> Result<> {
        REFECTORY_TRY(chain.next(fact));
        merge(fact, standing.at(fact.row.spine.key));
        const bool begins = !last || last->key.origin != fact.row.spine.key.origin;
        if (begins) joints.note(fact);
        if (last && begins) note_end(database, parcel, *last);
        last = {fact.row.spine.key, fact.row.hash};
        return {};
    });
    REFECTORY_TRY(std::move(all));
    if (last) note_end(database, parcel, *last);
    if (chain.is_exactly(parcel.facts_from, parcel.facts_up_to)) return {};
    return failure("This parcel does not hold the facts that it says it does. It was not taken in.");
}

void Collection::State::merge(const StoredFact& fact, const std::optional<Digest>& standing)
{
    const auto& key = fact.row.spine.key;
    if (!standing) {
        rows.put(*fact.table, fact.row);
        ++merged.facts;
        return;
    }
    if (*standing == fact.row.hash || std::ranges::count(hashes_at(database, key), fact.row.hash) > 0) {
        ++merged.known;
        return;
    }
    ++merged.conflicts;
    if (*standing < fact.row.hash) return put_aside(database, fact);
    put_aside(database, *rows.take_out(key));
    rows.put(*fact.table, fact.row);
}

bool empty_erased(Database& database)
{
    assert(database.is_in_transaction());
    const int names = database.handle().exec("DELETE FROM added_name WHERE person IN (SELECT person FROM erased)");
    const int words = database.handle().exec("DELETE FROM remark WHERE EXISTS (SELECT 1 FROM visitor v JOIN erased USING (person) "
                                             "WHERE v.origin = remark.visit_origin AND v.seq = remark.visit_seq)");
    database.handle().exec(withdraw_passes);
    const int codes = database.handle().exec("DELETE FROM pass_code WHERE pass IN (SELECT pass FROM pass JOIN erased USING (person))") +
                      database.handle().exec("DELETE FROM visit_code WHERE person IN (SELECT person FROM erased)");
    return names + words + codes > 0;
}

}
