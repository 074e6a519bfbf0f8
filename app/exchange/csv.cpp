#include "exchange/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace refectory {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool begins_a_character(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

constexpr auto special_characters = [] {
    std::array<bool, 256> special{};
    for (unsigned c = 0; c < 256; ++c) special[c] = c == '"' || c == ',' || c == ';' || c < 0x20;
    return special;
}();

// Also what only other readers stumble over: the other separator, blanks at the ends, control characters.
bool wants_quotes(std::string_view field)
{
    const auto is_special = [](char c) { return special_characters[static_cast<unsigned char>(c)]; };
    return !field.empty() && (field.front() == ' ' || field.back() == ' ' || std::ranges::any_of(field, is_special) ||
                              field.starts_with(byte_order_mark));
}

// "sep=;": how Excel is told, and tells, what separates. A line of its own, and no record.
bool says_separator(std::string_view text)
{
    constexpr std::string_view word = "sep=";
    return text.size() > word.size() && text.starts_with(word) && std::string_view{",;\t"}.contains(text[word.size()]) &&
           std::string_view{"\r\n"}.contains(text.substr(word.size() + 1, 1));
}

}

Result<> CsvReader::feed(std::string_view text)
{
    while (!text.empty()) {
        if (const auto run = run_in(text); run > 0) {
            take_run(text.substr(0, run));
            text.remove_prefix(run);
            continue;
        }
        const char character = text.front();
        text.remove_prefix(1);
        if (!past_mark_) {
            if (character == byte_order_mark[mark_bytes_]) {
                past_mark_ = ++mark_bytes_ == byte_order_mark.size();
                continue;
            }
            past_mark_ = true;
            for (std::size_t i = 0; i < mark_bytes_; ++i) REFECTORY_TRY(step(byte_order_mark[i]));
        }
        REFECTORY_TRY(step(character));
    }
    return {};
}

// How many characters lie ahead that stand for themselves: nearly all of a parcel's, which are taken at once.
std::size_t CsvReader::run_in(std::string_view text) const
{
    const bool is_plain = state_ == State::plain || state_ == State::field_begins;
    if (!past_mark_ || !is_plain || carriage_return_waits_) return 0;
    const auto end = std::ranges::find_if_not(text, [&](char c) { return c >= ' ' && c != separator_ && c != '"'; });
    return std::min(static_cast<std::size_t>(end - text.begin()), longest_csv_field - field_.size());
}

void CsvReader::take_run(std::string_view run)
{
    field_ += run;
    here_.column += static_cast<int>(run.size());  // all of ASCII: a character a byte
    state_ = State::plain;
}

Result<> CsvReader::finish()
{
    if (!past_mark_) {
        past_mark_ = true;
        for (std::size_t i = 0; i < mark_bytes_; ++i) REFECTORY_TRY(step(byte_order_mark[i]));
    }
    if (state_ == State::quoted) return refuse(field_began_, "A quotation mark is opened here and never closed.");
    carriage_return_waits_ = false;
    return end_record();
}

Result<> CsvReader::step(char character)
{
    if (begins_a_character(character)) ++here_.column;
    auto done = state_ == State::quoted ? step_quoted(character) : step_plain(character);
    if (character == '\n') here_ = {here_.line + 1, 0};
    return done;
}

Result<> CsvReader::step_quoted(char character)
{
    if (character != '"') return add(character);
    state_ = State::quote_within;
    return {};
}

Result<> CsvReader::step_plain(char character)
{
    if (carriage_return_waits_ && character != '\n') {
        carriage_return_waits_ = false;
        if (state_ == State::quote_within) return refuse(here_, "There is text behind a closing quotation mark.");
        REFECTORY_TRY(add('\r'));
        state_ = State::plain;
    }
    if (character == '\r') {
        carriage_return_waits_ = true;
        return {};
    }
    if (character == '\n') {
        carriage_return_waits_ = false;
        REFECTORY_TRY(end_record());
        record_.line = here_.line + 1;
        field_began_ = {here_.line + 1, 1};
        return {};
    }
    if (character == separator_) {
        REFECTORY_TRY(end_field());
        field_began_ = {here_.line, here_.column + 1};
        return {};
    }
    if (character == '"' && state_ != State::plain) {
        // Two of them within a quoted field are one.
        if (state_ == State::quote_within) REFECTORY_TRY(add('"'));
        state_ = State::quoted;
        had_quotes_ = true;
        return {};
    }
    if (state_ == State::quote_within) return refuse(here_, "There is text behind a closing quotation mark.");
    if (character == '\0') return refuse(here_, "There is a character that no spreadsheet writes.");
    state_ = State::plain;
    return add(character);
}

Result<> CsvReader::add(char character)
{
    if (field_.size() == longest_csv_field) return refuse(field_began_, "This cell is too long.");
    field_ += character;
    return {};
}

Result<> CsvReader::end_field()
{
    if (record_.fields.size() == most_csv_fields) return refuse(field_began_, "This line has too many cells.");
    record_.fields.push_back(std::move(field_));
    record_.places.push_back(field_began_);
    field_.clear();
    state_ = State::field_begins;
    return {};
}

Result<> CsvReader::end_record()
{
    REFECTORY_TRY(end_field());
    const bool nothing = record_.fields.size() == 1 && record_.fields.front().empty() && !had_quotes_;
    if (!nothing) REFECTORY_TRY(on_record_(record_));
    record_ = {};
    had_quotes_ = false;
    return {};
}

std::unexpected<Error> CsvReader::refuse(CsvPlace place, std::string sentence)
{
    fault_ = CsvFault{place.line, sentence, place.column};
    return failure(fmt::format("Line {}, column {}: {}", place.line, place.column, sentence));
}

char separator_of(std::string_view text)
{
    const auto begins = std::min(text.find_first_not_of("\r\n"), text.size());
    const auto first_line = text.substr(begins, text.find('\n', begins) - begins);
    return std::ranges::max({',', ';', '\t'}, {}, [&](char separator) { return std::ranges::count(first_line, separator); });
}

std::expected<std::vector<CsvRecord>, CsvFault> read_csv(std::string_view text)
{
    std::vector<CsvRecord> records;
    const bool is_said = says_separator(text);
    CsvReader reader{is_said ? text[4] : separator_of(text), [&](CsvRecord& record) -> Result<> {
                         records.push_back(std::move(record));
                         return {};
                     }};
    auto done = reader.feed(is_said ? text.substr(5) : text);
    if (done) done = reader.finish();
    if (!done) return std::unexpected(reader.fault().value_or(CsvFault{0, done.error().sentence}));
    return records;
}

void append_csv_record(std::string& text, std::span<const std::string> fields)
{
    CsvRecordWriter record{text};
    for (const auto& field : fields) record.cell(field);
    record.end();
}

void CsvRecordWriter::cell(std::string_view field)
{
    if (!wants_quotes(field)) return plain(field);
    separate();
    text_ += '"';
    for (const char character : field) {
        if (character == '"') text_ += '"';
        text_ += character;
    }
    text_ += '"';
}

void CsvRecordWriter::plain(std::string_view field)
{
    separate();
    text_ += field;
}

void CsvRecordWriter::separate()
{
    if (!std::exchange(is_first_, false)) text_ += ',';
}

void CsvRecordWriter::end()
{
    if (text_.size() == begins_) text_ += "\"\"";  // an empty line would be no record
    text_ += "\r\n";
}

bool wants_apostrophe(std::string_view text)
{
    return !text.empty() && std::string_view{"=+-@\t\r\n'"}.find(text.front()) != std::string_view::npos;
}

std::string neutralised(std::string_view text)
{
    return (wants_apostrophe(text) ? "'" : "") + std::string{text};
}

std::string_view without_apostrophe(std::string_view field)
{
    if (field.starts_with('\'')) field.remove_prefix(1);
    return field;
}

}
