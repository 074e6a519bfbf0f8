#include "exchange/csv_row.hpp"

#include <cmath>

namespace refectory {

std::string csv_text(std::string_view value) { return neutralised(value); }
std::string csv_text(bool value) { return value ? "yes" : "no"; }
std::string csv_text(double value) { return fmt::format("{}", value); }
std::string csv_text(Date value) { return iso_date(value); }
std::string csv_text(Instant value) { return fmt::format("{}", to_milliseconds(value)); }
std::string csv_text(ByteView value) { return to_hex(value); }

// Separated by semicolons; one within an item has a backslash in front.
std::string csv_text(const std::vector<std::string>& items)
{
    std::string text;
    for (const auto& item : items) {
        if (&item != &items.front()) text += ';';
        for (const char character : item) {
            if (character == ';' || character == '\\') text += '\\';
            text += character;
        }
    }
    return neutralised(text);
}

bool parse_csv(std::string_view text, std::string& value)
{
    value = without_apostrophe(text);
    return neutralised(value) == text;
}

bool parse_csv(std::string_view text, bool& value)
{
    value = text == "yes";
    return value || text == "no";
}

bool parse_csv(std::string_view text, double& value)
{
    const auto end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    return error == std::errc{} && stopped == end && std::isfinite(value);
}

bool parse_csv(std::string_view text, Date& value)
{
    const auto parsed = parse_iso_date(text);
    value = parsed.value_or(value);
    return parsed.has_value();
}

bool parse_csv(std::string_view text, Instant& value)
{
    std::int64_t number = 0;
    const bool well = parse_csv(text, number);
    value = from_milliseconds(number);
    return well;
}

bool parse_csv(std::string_view text, std::vector<std::string>& items)
{
    items.clear();
    text = without_apostrophe(text);
    if (text.empty()) return true;
    items.emplace_back();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ';') {
            items.emplace_back();
            continue;
        }
        if (text[i] == '\\' && ++i == text.size()) return false;
        items.back() += text[i];
    }
    return true;
}

std::unexpected<Error> csv_failure(std::string_view file, CsvPlace place, std::string_view sentence)
{
    return failure(fmt::format("{}, line {}, column {}: {}", file, place.line, place.column, sentence));
}

Result<> check_csv_shape(std::string_view file, const CsvRecord& record, std::size_t columns)
{
    if (record.fields.size() == columns) return {};
    return csv_failure(file, {record.line, 1}, fmt::format("There are {} cells where {} belong.", record.fields.size(), columns));
}

Result<> check_csv_header(std::string_view file, const CsvRecord& record, std::span<const std::string> columns)
{
    REFECTORY_TRY(check_csv_shape(file, record, columns.size()));
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (record.fields[i] != columns[i])
            return csv_failure(file, record.places[i], fmt::format("The column “{}” belongs here.", columns[i]));
    return {};
}

CsvTableReader::CsvTableReader(std::string file, std::vector<std::string> columns, OnRecord on_record)
    : file_(std::move(file)), columns_(std::move(columns)), on_record_(std::move(on_record)),
      reader_(',', [this](CsvRecord& record) -> Result<> {
          if (!header_seen_) {
              header_seen_ = true;
              return check_csv_header(file_, record, columns_);
          }
          ++rows_;
          REFECTORY_TRY(check_csv_shape(file_, record, columns_.size()));
          return on_record_(record);
      })
{
}

Result<> CsvTableReader::feed(std::string_view text)
{
    return in_file(reader_.feed(text));
}

Result<> CsvTableReader::finish(std::int64_t expected_rows)
{
    REFECTORY_TRY(in_file(reader_.finish()));
    if (!header_seen_ || rows_ != expected_rows)
        return failure(fmt::format("{} has {} rows where {} were announced.", file_, rows_, expected_rows));
    return {};
}

// The text's own faults do not know their file yet.
Result<> CsvTableReader::in_file(Result<> done) const
{
    if (done || !reader_.fault()) return done;
    return csv_failure(file_, {reader_.fault()->line, reader_.fault()->column}, reader_.fault()->sentence);
}

}
