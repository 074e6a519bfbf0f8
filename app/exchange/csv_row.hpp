// Structs as rows of a CSV file. A struct's columns are listed once, in a specialisation of CsvColumns; writing, the header
// line and strict reading are all driven by that list. What the values mean together is checked elsewhere.
#pragma once

#include "domain/ids.hpp"
#include "domain/instant.hpp"
#include "domain/programme.hpp"
#include "exchange/csv.hpp"

#include <fmt/format.h>

#include <charconv>
#include <concepts>
#include <memory>

namespace refectory {

// template <> struct CsvColumns<Row> { static void visit(auto& row, auto&& column) { column("name", row.name); ... } };
template <class Row>
struct CsvColumns;

std::string csv_text(std::string_view value);
std::string csv_text(bool value);
std::string csv_text(double value);
std::string csv_text(Date value);
std::string csv_text(Instant value);
std::string csv_text(ByteView value);
std::string csv_text(const std::vector<std::string>& items);
inline std::string csv_text(const std::string& value) { return csv_text(std::string_view{value}); }
std::string csv_text(std::integral auto value) { return fmt::format("{}", value); }
template <class Enum>
    requires std::is_enum_v<Enum>
std::string csv_text(Enum value) { return std::string{name_of(value)}; }
template <class Tag, class Value>
std::string csv_text(const Id<Tag, Value>& id) { return csv_text(id.value); }
template <class T>
std::string csv_text(const std::optional<T>& value) { return value ? csv_text(*value) : std::string{}; }
template <std::size_t Size>
std::string csv_text(const std::array<std::uint8_t, Size>& bytes) { return csv_text(ByteView{bytes}); }
template <class Tag>
std::string csv_text(const std::vector<Id<Tag, std::int64_t>>& ids)
{
    std::string text;
    for (const auto& id : ids) text += (text.empty() ? "" : ";") + csv_text(id);
    return text;
}

// Each is false where the text is not what would have been written.
bool parse_csv(std::string_view text, std::string& value);
bool parse_csv(std::string_view text, bool& value);
bool parse_csv(std::string_view text, double& value);
bool parse_csv(std::string_view text, Date& value);
bool parse_csv(std::string_view text, Instant& value);
bool parse_csv(std::string_view text, std::vector<std::string>& items);
bool parse_csv(std::string_view text, std::integral auto& value)
{
    const auto end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    return error == std::errc{} && stopped == end;
}
template <class Enum>
    requires std::is_enum_v<Enum>
bool parse_csv(std::string_view text, Enum& value)
{
    const auto parsed = parse_name<Enum>(text);
    value = parsed.value_or(value);
    return parsed.has_value();
}
template <class Tag, class Value>
bool parse_csv(std::string_view text, Id<Tag, Value>& id) { return parse_csv(text, id.value); }
template <class T>
bool parse_csv(std::string_view text, std::optional<T>& value)
{
    value.reset();
    return text.empty() || parse_csv(text, value.emplace());
}
template <std::size_t Size>
bool parse_csv(std::string_view text, std::array<std::uint8_t, Size>& bytes)
{
    return text.size() == 2 * Size && from_hex(text, bytes);
}
template <class Tag>
bool parse_csv(std::string_view text, std::vector<Id<Tag, std::int64_t>>& ids)
{
    ids.clear();
    while (!text.empty()) {
        const auto end = text.find(';');
        if (!parse_csv(text.substr(0, end), ids.emplace_back())) return false;
        if (end == std::string_view::npos) return true;
        text.remove_prefix(end + 1);
        if (text.empty()) return false;
    }
    return true;
}

template <class Row>
std::vector<std::string> csv_header()
{
    std::vector<std::string> names;
    Row row{};
    CsvColumns<Row>::visit(row, [&](std::string_view name, auto&) { names.emplace_back(name); });
    return names;
}

template <class Row>
std::vector<std::string> csv_fields(const Row& row)
{
    std::vector<std::string> fields;
    CsvColumns<Row>::visit(row, [&](std::string_view, const auto& value) { fields.push_back(csv_text(value)); });
    return fields;
}

// "people.csv, line 3, column 17: ..."
std::unexpected<Error> csv_failure(std::string_view file, CsvPlace place, std::string_view sentence);
// Whether the record has as many fields as there are columns and, at the head of a file, the very same.
Result<> check_csv_shape(std::string_view file, const CsvRecord& record, std::size_t columns);
Result<> check_csv_header(std::string_view file, const CsvRecord& record, std::span<const std::string> columns);

template <class Row>
Result<Row> parse_csv_row(std::string_view file, const CsvRecord& record)
{
    Row row{};
    REFECTORY_TRY(check_csv_shape(file, record, csv_header<Row>().size()));
    std::size_t at = 0;
    std::optional<std::pair<std::size_t, std::string_view>> wrong;
    CsvColumns<Row>::visit(row, [&](std::string_view name, auto& value) {
        if (!parse_csv(record.fields[at], value) && !wrong) wrong = {at, name};
        ++at;
    });
    if (wrong)
        return csv_failure(file, record.places[wrong->first], fmt::format("“{}” cannot be what stands here.", wrong->second));
    return row;
}

// A whole file of such rows that comes in pieces: its header, then each row as soon as it is there. Counts the rows.
class CsvTableReader {
public:
    using OnRecord = std::function<Result<>(const CsvRecord&)>;
    CsvTableReader(std::string file, std::vector<std::string> columns, OnRecord on_record);
    CsvTableReader(const CsvTableReader&) = delete;
    CsvTableReader& operator=(const CsvTableReader&) = delete;

    Result<> feed(std::string_view text);
    Result<> finish(std::int64_t expected_rows);

private:
    Result<> in_file(Result<> done) const;

    std::string file_;
    std::vector<std::string> columns_;
    OnRecord on_record_;
    bool header_seen_ = false;
    std::int64_t rows_ = 0;
    CsvReader reader_;
};

}
