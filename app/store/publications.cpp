#include "store/publications.hpp"

#include "store/row_writer.hpp"

namespace refectory {

Result<std::int64_t> Publications::take_serial(Instant now)
{
    std::int64_t serial = 0;
    REFECTORY_TRY(in_transaction(database_, [&]() -> Result<> {
        serial = database_.handle().execAndGet("SELECT coalesce(max(serial), 0) + 1 FROM publication").getInt64();
        RowWriter{database_.handle(), "INSERT INTO publication VALUES (?, ?, 0)"}.row(serial, now);
        return {};
    }));
    return serial;
}

Result<> Publications::completed(std::int64_t serial)
{
    return in_transaction(database_, [&]() -> Result<> {
        RowWriter{database_.handle(), "UPDATE publication SET complete = 1 WHERE serial = ?"}.row(serial);
        return {};
    });
}

std::optional<std::int64_t> Publications::newest_complete()
{
    const auto newest = database_.handle().execAndGet("SELECT max(serial) FROM publication WHERE complete");
    return newest.isNull() ? std::nullopt : std::optional{newest.getInt64()};
}

}
