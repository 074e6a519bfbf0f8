// Reads and writes tables as spreadsheets do: RFC 4180, UTF-8, with or without a byte order mark, LF or CRLF, with commas or,
// where a person made it, semicolons or tabs. Nothing that is read is trusted: sizes are limited, and what is wrong is said with
// its line and column.
#pragma once

#include "exchange/byte_sink.hpp"

#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace refectory {

// Where a field begins, both from 1; the column counts characters within the line.
struct CsvPlace {
    int line = 0;
    int column = 0;
};

struct CsvRecord {
    int line = 0;  // where it begins, from 1
    std::vector<std::string> fields;
    std::vector<CsvPlace> places = {};  // of each field
};

struct CsvFault {
    int line = 0;
    std::string sentence;
    int column = 0;
};

inline constexpr std::size_t longest_csv_field = 64 * 1024;
inline constexpr std::size_t most_csv_fields = 256;

// Comma, semicolon or tab: the one that the first line has most of, and of equals the first.
char separator_of(std::string_view text);
// By that separator, or by the one that a first line "sep=;" says. Lines with nothing in them are passed over.
std::expected<std::vector<CsvRecord>, CsvFault> read_csv(std::string_view text);

// The same for a text that comes in pieces: each record is handed on as soon as it is whole.
class CsvReader {
public:
    using OnRecord = std::function<Result<>(CsvRecord&)>;
    CsvReader(char separator, OnRecord on_record) : separator_(separator), on_record_(std::move(on_record)) {}

    // Errors are sentences that begin with the line and the column.
    Result<> feed(std::string_view text);
    Result<> finish();
    const std::optional<CsvFault>& fault() const { return fault_; }  // where the text itself was at fault

private:
    enum class State { field_begins, plain, quoted, quote_within };

    std::size_t run_in(std::string_view text) const;
    void take_run(std::string_view run);
    Result<> step(char character);
    Result<> step_plain(char character);
    Result<> step_quoted(char character);
    Result<> add(char character);
    Result<> end_field();
    Result<> end_record();
    std::unexpected<Error> refuse(CsvPlace place, std::string sentence);

    char separator_;
    OnRecord on_record_;
    State state_ = State::field_begins;
    std::size_t mark_bytes_ = 0;  // of the byte order mark, seen so far
    bool past_mark_ = false;
    bool carriage_return_waits_ = false;
    bool had_quotes_ = false;  // this record: so a lone pair of them is a field and not an empty line
    CsvPlace here_{1, 0};  // the character at hand
    CsvPlace field_began_{1, 1};
    std::string field_;
    CsvRecord record_{1, {}, {}};
    std::optional<CsvFault> fault_;
};

// One record with CRLF behind it. Quotation marks stand where they are needed.
void append_csv_record(std::string& text, std::span<const std::string> fields);
inline void append_csv_record(std::string& text, std::initializer_list<std::string> fields)
{
    append_csv_record(text, std::span{fields.begin(), fields.size()});
}

// The same, cell by cell, behind whatever stands in the text.
class CsvRecordWriter {
public:
    explicit CsvRecordWriter(std::string& text) : text_(text), begins_(text.size()) {}
    void cell(std::string_view field);
    void plain(std::string_view field);  // numbers, hexadecimal digits and words that want no quotation marks
    void end();                          // once

private:
    void separate();

    std::string& text_;
    std::size_t begins_;
    bool is_first_ = true;
};

// A text that a spreadsheet would run (it begins with = + - @, a tab or a line end) gets an apostrophe in front, and so does
// one that begins with an apostrophe: so the reader takes one off, always, and has what was written. Not for numbers.
bool wants_apostrophe(std::string_view text);
std::string neutralised(std::string_view text);
std::string_view without_apostrophe(std::string_view field);

}
