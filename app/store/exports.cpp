#include "store/exports.hpp"

#include "store/row_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace refectory {

namespace {

constexpr const char* parcels_written = "SELECT w.parcel, w.facts_up_to, w.answers, f.at, "
    "coalesce((SELECT r.facts_up_to FROM receipt r WHERE r.origin = w.origin), 0) >= w.facts_up_to FROM parcel_written w JOIN fact f USING (origin, seq)";

std::optional<MadeExport> read_parcel(Prepared& query)
{
    if (!query.executeStep()) return std::nullopt;
    return MadeExport{{query.getColumn(0).getInt64(), query.getColumn(1).getInt64(), query.getColumn(2).getInt64()},
                      from_milliseconds(query.getColumn(3).getInt64()), query.getColumn(4).getInt() == 1};
}

// Of one table, by its key: as quick however many facts there are besides.
std::int64_t count_in(Database& database, const FactTable& table, const Extent& extent)
{
    Prepared query{database, fmt::format("SELECT count(*) FROM {} WHERE origin = ? AND seq > ?", table.name)};
    query.bind(1, extent.origin.value);
    query.bind(2, extent.after);
    query.executeStep();
    return query.getColumn(0).getInt64();
}

}

Waiting Exports::waiting(Instant now)
{
    Waiting waiting;
    for (const auto& extent : extents_in(*context_.database)) {
        waiting.facts += extent.up_to - extent.after;
        for (const auto& table : fact_tables())
            if (!counts_as_waiting(table.name)) waiting.facts -= count_in(*context_.database, table, extent);
    }
    waiting.answers = answers_.waiting(answers_covered(), now, activities_.ends());
    return waiting;
}

std::vector<Origin> Exports::own_origins()
{
    Prepared query{*context_.database, "SELECT origin FROM origin_begun WHERE seq = 1 ORDER BY generation DESC"};
    std::vector<Origin> origins;
    while (query.executeStep()) origins.push_back(Origin{query.getColumn(0).getString()});
    return origins;
}

std::optional<MadeExport> Exports::newest()
{
    const auto one = latest(1);
    return one.empty() ? std::nullopt : std::optional{one.front()};
}

std::vector<MadeExport> Exports::latest(int most)
{
    std::vector<MadeExport> parcels;
    for (const auto& origin : own_origins()) {
        Prepared query{*context_.database, fmt::format("{} WHERE w.origin = ? ORDER BY seq DESC LIMIT ?", parcels_written)};
        query.bind(1, origin.value);
        query.bind(2, most - static_cast<int>(parcels.size()));
        while (auto parcel = read_parcel(query)) parcels.push_back(*parcel);
    }
    return parcels;
}

// By a clock that ran ahead the parcel was written later than what was recorded after it.
std::optional<Receipt> Exports::confirmed()
{
    for (const auto& origin : own_origins()) {
        Prepared query{*context_.database, R"(
            SELECT origin, facts_up_to, answers_up_to, min(at, coalesce((
                SELECT f.at FROM fact f WHERE f.origin = r.origin AND f.seq > r.facts_up_to AND f.clock = 1 ORDER BY f.seq LIMIT 1), at))
            FROM receipt r WHERE origin = ? AND facts_up_to > 0)"};
        query.bind(1, origin.value);
        if (query.executeStep())
            return Receipt{Origin{query.getColumn(0).getString()}, query.getColumn(1).getInt64(), {}, query.getColumn(2).getInt64(),
                           from_milliseconds(query.getColumn(3).getInt64())};
    }
    return std::nullopt;
}

// A parcel's own fact comes behind those that are in it: what stands before is not looked at. Since when a stick is away, a clock that
// was not to be trusted, or that ran ahead, does not tell.
std::optional<MadeExport> Exports::oldest_unconfirmed(Instant now)
{
    std::optional<MadeExport> oldest;
    for (const auto& origin : own_origins()) {
        Prepared query{*context_.database, fmt::format("WITH known AS (SELECT coalesce(max(facts_up_to), 0) AS up_to FROM receipt WHERE origin = ?1) {} JOIN known "
                                                       "WHERE w.origin = ?1 AND w.seq > up_to AND w.facts_up_to > up_to AND f.clock = 1 AND f.at <= ?2 "
                                                       "ORDER BY seq LIMIT 1", parcels_written)};
        query.bind(1, origin.value);
        query.bind(2, to_milliseconds(now));
        if (const auto parcel = read_parcel(query); parcel && (!oldest || parcel->at < oldest->at)) oldest = parcel;
    }
    return oldest;
}

Result<std::int64_t> Exports::take_parcel_number(Instant written_at)
{
    std::int64_t number = 0;
    REFECTORY_TRY(context_.commit([&]() -> Result<> {
        const auto known = context_.handle().execAndGet(
            // Within an origin the newest parcel has the largest number.
            "SELECT max((SELECT coalesce(max((SELECT w.parcel FROM parcel_written w WHERE w.origin = b.origin ORDER BY w.seq DESC LIMIT 1)), 0) "
            "FROM origin_begun b), (SELECT coalesce(max(answers_up_to), 0) FROM receipt), "
            "(SELECT coalesce(max(parcel), 0) FROM parcel_taken))");
        number = std::max(known.getInt64(), answers_.newest_parcel()) + 1;
        RowWriter{*context_.database, "INSERT INTO parcel_taken VALUES (?, ?)"}.row(number, written_at);
        return {};
    }));
    return number;
}

Result<std::vector<LeavingAnswer>> Exports::leaving_answers(std::int64_t parcel, Instant now)
{
    return answers_.leaving(parcel, answers_covered(), now, activities_.ends());
}

Result<> Exports::parcel_written(const ParcelWritten& parcel, Instant now, ClockTrust trust)
{
    if (!context_.ledger) return failure("This kiosk has not been set up yet.");
    return context_.commit([&]() -> Result<> {
        context_.ledger->record(parcel, now, trust);
        return {};
    });
}

void Exports::ended()
{
    context_.sweep_if_owed();
}

// A receipt of an earlier origin says nothing of parcels that were numbered again after a disk was put back. Sending an
// answer twice is harmless, for its key is its own.
std::int64_t Exports::answers_covered()
{
    if (!context_.ledger) return 0;
    Prepared query{*context_.database, "SELECT answers_up_to FROM receipt WHERE origin = ?"};
    query.bind(1, context_.ledger->origin().value);
    return query.executeStep() ? query.getColumn(0).getInt64() : 0;
}

}
