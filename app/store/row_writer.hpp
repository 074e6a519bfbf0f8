// A statement that writes rows, one after the other. For sources: it brings SQLite's header.
#pragma once

#include "domain/ids.hpp"
#include "domain/instant.hpp"
#include "store/prepared.hpp"

#include <array>
#include <optional>
#include <span>

namespace refectory {

class RowWriter {
public:
    RowWriter(Database& database, std::string_view sql) : statement_(database, sql) {}

    // How many rows it wrote or changed.
    template <class... Values>
    int row(const Values&... values)
    {
        int index = 0;
        (bind(++index, values), ...);
        const int changed = statement_.exec();
        statement_.reset();
        return changed;
    }

private:
    void bind(int index, const char* value) = delete;  // it would be taken for a bool
    void bind(int index, const std::string& value) { statement_.bind(index, value); }
    void bind(int index, std::string_view value) { statement_.bind(index, std::string{value}); }
    void bind(int index, std::int64_t value) { statement_.bind(index, value); }
    void bind(int index, int value) { statement_.bind(index, value); }
    void bind(int index, bool value) { statement_.bind(index, value ? 1 : 0); }
    void bind(int index, Instant value) { statement_.bind(index, to_milliseconds(value)); }
    void bind(int index, Date value) { statement_.bind(index, iso_date(value)); }
    template <class Tag, class T>
    void bind(int index, const Id<Tag, T>& id) { bind(index, id.value); }
    void bind(int index, const PassNumber& pass) { statement_.bind(index, static_cast<std::int64_t>(pass.value)); }
    template <class T>
    void bind(int index, const std::optional<T>& value)
    {
        if (value) bind(index, *value);
        else statement_.bind(index);
    }
    template <std::size_t Size>
    void bind(int index, const std::array<std::uint8_t, Size>& bytes) { bind(index, std::span<const std::uint8_t>{bytes}); }
    void bind(int index, std::span<const std::uint8_t> bytes) { statement_.bind(index, bytes.data(), static_cast<int>(bytes.size())); }
    void bind(int index, double value) { statement_.bind(index, value); }

    Prepared statement_;
};

// The bytes of a column of that length, as keys, salts and hashes are.
template <std::size_t Size>
std::array<std::uint8_t, Size> bytes_in(const SQLite::Column& column)
{
    std::array<std::uint8_t, Size> bytes{};
    const auto text = column.getString();
    std::copy_n(text.begin(), std::min(text.size(), Size), bytes.begin());
    return bytes;
}

}
