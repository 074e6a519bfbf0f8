#include "store/snapshot.hpp"

#include "store/database.hpp"
#include "store/fact_rows.hpp"
#include "store/prepared.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace refectory {

namespace {

void bind(Prepared& query, const Extent& extent)
{
    query.bind(1, extent.origin.value);
    query.bind(2, extent.after);
    query.bind(3, extent.up_to);
}

// The query's columns are asked for once and read in each row: handing them out anew costs as much as reading them.
std::vector<SQLite::Column> columns_of(Prepared& query)
{
    std::vector<SQLite::Column> columns;
    for (int i = 0; i < query.getColumnCount(); ++i) columns.push_back(query.getColumn(i));
    return columns;
}

// Into the row before it, whose room is used again.
void read_fact(std::span<const SQLite::Column> columns, FactRow& row)
{
    row.spine.key.seq = columns[0].getInt64();
    row.spine.at = from_milliseconds(columns[1].getInt64());
    row.spine.order_at = from_milliseconds(columns[2].getInt64());
    row.spine.clock = columns[3].getInt() == 1 ? ClockTrust::trusted : ClockTrust::untrusted;
    row.hash = digest_of(columns[4]);
    for (std::size_t i = 0; i < row.values.size(); ++i) row.values[i] = value_of(columns[i + 5]);
}

}

Snapshot::Snapshot(std::unique_ptr<Database> kiosk) : kiosk_(std::move(kiosk)) {}
Snapshot::~Snapshot() = default;

Result<std::unique_ptr<Snapshot>> Snapshot::open(const std::filesystem::path& kiosk_database)
{
    std::unique_ptr<Snapshot> snapshot;
    REFECTORY_TRY(guarded([&]() -> Result<> {
        auto kiosk = Database::as_it_is(kiosk_database, SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX, kiosk_patience);
        kiosk->handle().exec("BEGIN");
        kiosk->handle().execAndGet("SELECT count(*) FROM sqlite_schema");  // the first reading fixes what is seen
        snapshot.reset(new Snapshot{std::move(kiosk)});
        return {};
    }));
    return snapshot;
}

std::vector<Extent> extents_in(Database& database)
{
    Prepared query{database, R"(
        SELECT b.origin, coalesce(r.facts_up_to, 0), (SELECT max(f.seq) FROM fact f WHERE f.origin = b.origin)
        FROM origin_begun b LEFT JOIN receipt r USING (origin) ORDER BY b.generation, b.origin)"};
    std::vector<Extent> extents;
    while (query.executeStep()) {
        const auto up_to = query.getColumn(2).getInt64();
        extents.push_back({Origin{query.getColumn(0).getString()}, std::min(query.getColumn(1).getInt64(), up_to), up_to});
    }
    return extents;
}

Result<std::vector<Extent>> Snapshot::extents()
{
    std::vector<Extent> extents;
    REFECTORY_TRY(guarded([&]() -> Result<> {
        extents = extents_in(*kiosk_);
        return {};
    }));
    return extents;
}

Result<> Snapshot::facts(const FactTable& table, const Extent& extent, const std::function<Result<>(const FactRow&)>& take)
{
    return guarded([&]() -> Result<> {
        std::string names;
        for (const auto& column : table.columns) names += ", t." + column.name;
        Prepared query{*kiosk_, fmt::format("SELECT seq, f.at, f.order_at, f.clock, f.hash{} FROM {} t JOIN fact f USING (origin, seq) "
                                            "WHERE origin = ? AND seq > ? AND seq <= ? ORDER BY seq", names, table.name)};
        bind(query, extent);
        FactRow row;
        row.spine.key.origin = extent.origin;
        row.values.resize(table.columns.size());
        std::vector<SQLite::Column> columns;
        while (query.executeStep()) {
            if (columns.empty()) columns = columns_of(query);
            read_fact(columns, row);
            REFECTORY_TRY(take(row));
        }
        return {};
    });
}

Result<> Snapshot::names(const Extent& extent, const std::function<Result<>(const AddedName&)>& take)
{
    return guarded([&]() -> Result<> {
        Prepared query{*kiosk_, "SELECT person, p.name, p.organisation, p.team FROM person_added JOIN person p USING (person) "
                                "WHERE origin = ? AND seq > ? AND seq <= ? ORDER BY seq"};
        bind(query, extent);
        while (query.executeStep())
            REFECTORY_TRY(take({PersonId{query.getColumn(0).getInt64()}, query.getColumn(1).getString(), query.getColumn(2).getString(),
                                query.getColumn(3).getString()}));
        return {};
    });
}

Result<> Snapshot::remarks(const Extent& extent, const std::function<Result<>(const Remark&)>& take)
{
    return guarded([&]() -> Result<> {
        Prepared query{*kiosk_, "SELECT seq, words FROM remark WHERE origin = ? AND seq > ? AND seq <= ? ORDER BY seq"};
        bind(query, extent);
        while (query.executeStep())
            REFECTORY_TRY(take({{extent.origin, query.getColumn(0).getInt64()}, query.getColumn(1).getString()}));
        return {};
    });
}

}
