// One spreadsheet of a programme folder, read by its column names. Every fault is kept with its file, line and column; reading
// goes on behind it, so that a coordinator sees all of them at once. What spreadsheet programs do to a file on their own is no
// fault: capitals in its name, blanks in a column's name, columns and lines with nothing in them. A column that is not known is one.
#pragma once

#include "desk/cell_text.hpp"
#include "desk/dates.hpp"
#include "desk/fault.hpp"
#include "domain/programme.hpp"
#include "exchange/csv.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace refectory {

class Table {
public:
    enum class Presence { needed, optional };

    // The columns must all be there, in any order, and no others. The names are in small letters.
    Table(const std::filesystem::path& folder, std::string file, std::vector<std::string> columns, std::vector<Fault>& faults,
          Presence presence = Presence::needed);

    bool is_there() const { return is_there_; }
    // Whether there is a file with the right columns; otherwise it has no lines, and what refers to them cannot be checked.
    bool is_readable() const { return is_readable_; }
    bool next();  // goes to the next line; false behind the last
    const std::string& file() const { return file_; }
    int line() const;
    void fault(const std::string& column, std::string sentence);

    std::string text(const std::string& column, std::size_t longest = 1000);
    std::string required(const std::string& column, std::size_t longest = 1000);
    std::int64_t number(const std::string& column, std::int64_t least, std::int64_t most);
    double share(const std::string& column);
    bool yes_or_no(const std::string& column);
    std::vector<std::string> list(const std::string& column);  // separated by semicolons or bars
    std::optional<Date> date(const std::string& column, Date today);
    // The time of day on that date, or nothing where there is no date; a time that the clocks skip in March is a fault.
    std::optional<Instant> moment(const std::string& column, std::optional<Date> date);

    template <class Enum>
    Enum one_of(const std::string& column)
    {
        const auto word = required(column);
        const auto value = parse_name<Enum>(in_small_letters(word));
        if (!value && !word.empty()) fault(column, "“" + word + "” is not known. Use one of: " + known_words(names_of(Enum{})) + ".");
        return value.value_or(Enum{});
    }

private:
    template <class Names>
    static std::string known_words(const Names& names)
    {
        std::string words;
        for (const auto& name : names) words += (words.empty() ? "" : ", ") + std::string{name};
        return words;
    }

    struct Line { int number; std::vector<std::string> cells; };

    std::optional<std::filesystem::path> find_file(const std::filesystem::path& folder, Presence presence);
    std::optional<std::vector<Line>> read_lines(const std::filesystem::path& file);
    void read_header(Line& header);
    void check_cells(const Line& header);

    std::string file_;
    bool is_there_ = false, is_readable_ = false;
    std::vector<std::string> columns_;
    std::vector<std::size_t> places_;  // of our columns in the file
    std::vector<Line> lines_;
    std::size_t at_ = 0;
    std::vector<Fault>& faults_;
};

}
