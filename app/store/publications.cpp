#include "store/publications.hpp"

#include "store/row_writer.hpp"

namespace refectory {

namespace {

constexpr std::int64_t most_passed_at_once = 1'000'000;  // no desk publishes as often; a number beyond is somebody's mischief

}

Result<std::int64_t> Publications::take_serial(Instant now)
{
    std::int64_t serial = 0;
    REFECTORY_TRY(in_transaction(database_, [&]() -> Result<> {
        serial = database_.handle().execAndGet("SELECT coalesce(max(serial), 0) + 1 FROM publication").getInt64();
        RowWriter{database_, "INSERT INTO publication VALUES (?, ?, 0, 0)"}.row(serial, now);
        return {};
    }));
    return serial;
}

Result<> Publications::skip_serials(Instant now)
{
    constexpr int more_than_a_backup_is_old = 1000;
    constexpr std::int64_t an_hour = 3'600'000;
    return in_transaction(database_, [&]() -> Result<> {
        // The time since then besides: a backup may be restored twice.
        RowWriter{database_, "INSERT INTO publication SELECT coalesce(max(serial), 0) + ?1 + max(0, ?2 - coalesce(max(at), ?2)) / ?3, ?2, 0, 0 "
                             "FROM publication"}.row(more_than_a_backup_is_old, now, an_hour);
        return {};
    });
}

Result<> Publications::pass_serial(std::int64_t serial, Instant now)
{
    return in_transaction(database_, [&]() -> Result<> {
        RowWriter{database_, "INSERT INTO publication SELECT ?1, ?2, 0, 0 WHERE ?1 > (SELECT coalesce(max(serial), 0) FROM publication) "
                             "AND ?1 <= ?3 + (SELECT coalesce(max(serial), 0) FROM publication)"}.row(serial, now, most_passed_at_once);
        return {};
    });
}

Result<> Publications::completed(std::int64_t serial)
{
    return in_transaction(database_, [&]() -> Result<> {
        RowWriter{database_, "UPDATE publication SET complete = 1 WHERE serial = ?"}.row(serial);
        return {};
    });
}

Result<> Publications::told(std::int64_t serial)
{
    return in_transaction(database_, [&]() -> Result<> {
        RowWriter{database_, "UPDATE publication SET told = 1 WHERE serial = ?"}.row(serial);
        return {};
    });
}

Result<> Publications::remember_folder(const std::filesystem::path& folder)
{
    return in_transaction(database_, [&]() -> Result<> {
        RowWriter{database_, "INSERT OR REPLACE INTO programme_folder VALUES (1, ?)"}.row(std::filesystem::absolute(folder).string());
        return {};
    });
}

std::filesystem::path Publications::folder()
{
    Prepared query{database_, "SELECT path FROM programme_folder"};
    return query.executeStep() ? query.getColumn(0).getString() : std::string{};
}

std::optional<std::int64_t> Publications::newest_complete()
{
    const auto newest = database_.handle().execAndGet("SELECT max(serial) FROM publication WHERE complete");
    return newest.isNull() ? std::nullopt : std::optional{newest.getInt64()};
}

std::optional<std::int64_t> Publications::first_fact_not_told(const Origin& desk)
{
    Prepared query{database_, "SELECT min(seq) FROM programme_published WHERE origin = ? AND serial > "
                              "coalesce((SELECT max(serial) FROM publication WHERE told), 0)"};
    query.bind(1, desk.value);
    query.executeStep();
    return query.getColumn(0).isNull() ? std::nullopt : std::optional{query.getColumn(0).getInt64()};
}

}
