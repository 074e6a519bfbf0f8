#include "desk/table.hpp"

#include "desk/cell_text.hpp"
#include "desk/spreadsheet_text.hpp"
#include "domain/names.hpp"
#include "exchange/durable_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace refectory {

namespace {

constexpr std::size_t largest_file = 4 << 20;

bool is_blank(const std::vector<std::string>& cells)
{
    return std::ranges::all_of(cells, [](const std::string& cell) { return trimmed(cell).empty(); });
}

}

Table::Table(const std::filesystem::path& folder, std::string file, std::vector<std::string> columns, std::vector<Fault>& faults, Presence presence)
    : file_(std::move(file)), columns_(std::move(columns)), faults_(faults)
{
    const auto before = faults_.size();
    const auto path = find_file(folder, presence);
    if (!path) return;
    is_there_ = true;
    auto lines = read_lines(*path);
    if (!lines) return;
    if (lines->empty()) {
        fault("", "The file is empty. Its first line must name the columns.");
        return;
    }
    read_header(lines->front());
    is_readable_ = faults_.size() == before;
    for (std::size_t i = 1; is_readable_ && i < lines->size(); ++i) {
        lines_.push_back(std::move((*lines)[i]));
        at_ = i;
        check_cells(lines->front());
    }
    at_ = 0;
}

std::optional<std::filesystem::path> Table::find_file(const std::filesystem::path& folder, Presence presence)
{
    std::vector<std::string> names;
    std::error_code error;
    for (std::filesystem::directory_iterator entry{folder, error}, end; !error && entry != end; entry.increment(error))
        if (auto name = entry->path().filename().string(); in_small_letters(name) == file_) names.push_back(std::move(name));
    std::ranges::sort(names);
    if (names.size() == 1) return folder / names.front();
    if (names.size() > 1) fault("", fmt::format("The folder has {}. Keep the one that counts.", fmt::join(names, " and ")));
    else if (presence == Presence::needed) fault("", fmt::format("The file is missing from the folder. It needs the columns {}.", fmt::join(columns_, ", ")));
    return std::nullopt;
}

std::optional<std::vector<Table::Line>> Table::read_lines(const std::filesystem::path& file)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) {
        fault("", "This is no file that can be read. Put the spreadsheet in its place.");
        return std::nullopt;
    }
    const auto bytes = read_whole_file(file, largest_file);
    if (!bytes) {
        fault("", bytes.error().sentence);
        return std::nullopt;
    }
    const auto text = text_of_spreadsheet(*bytes);
    auto records = text ? read_csv(*text) : std::unexpected(text.error());
    if (!records) {
        faults_.push_back({file_, records.error().line, fmt::format("character {}", records.error().column), records.error().sentence});
        return std::nullopt;
    }
    std::vector<Line> lines;
    for (auto& record : *records)
        if (!is_blank(record.fields)) lines.push_back({record.line, std::move(record.fields)});
    return lines;
}

void Table::read_header(Line& header)
{
    for (auto& name : header.cells) {
        name = in_small_letters(trimmed(name));
        std::ranges::replace(name, ' ', '_');
    }
    for (const auto& column : columns_) {
        const auto found = std::ranges::find(header.cells, column);
        if (found == header.cells.end()) fault(column, "This column is missing.");
        else if (std::ranges::count(header.cells, column) > 1) fault(column, "This column is there twice.");
        places_.push_back(static_cast<std::size_t>(found - header.cells.begin()));
    }
    for (const auto& name : header.cells)
        if (!name.empty() && std::ranges::find(columns_, name) == columns_.end()) fault(name, "This column is not known. Remove it or correct its name.");
}

// A comma in a text that is not in quotation marks would cut the text in silence.
void Table::check_cells(const Line& header)
{
    const auto& cells = lines_[at_ - 1].cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool has_name = i < header.cells.size() && !header.cells[i].empty();
        if (has_name || trimmed(cells[i]).empty()) continue;
        fault("", fmt::format("There is text in cell {}, where no column has a name. Put a text that has a comma in it in quotation marks.", i + 1));
        return;
    }
}

bool Table::next()
{
    return ++at_ <= lines_.size();
}

int Table::line() const
{
    return at_ >= 1 && at_ <= lines_.size() ? lines_[at_ - 1].number : 1;
}

void Table::fault(const std::string& column, std::string sentence)
{
    faults_.push_back({file_, line(), column, std::move(sentence)});
}

std::string Table::text(const std::string& column, std::size_t longest)
{
    const auto index = static_cast<std::size_t>(std::ranges::find(columns_, column) - columns_.begin());
    const auto& cells = lines_[at_ - 1].cells;
    if (index >= places_.size() || places_[index] >= cells.size()) return {};
    auto value = trimmed(cells[places_[index]]);
    if (code_points(value) > longest) {
        fault(column, fmt::format("This must be {} characters or less.", longest));
        value.clear();
    }
    return value;
}

std::string Table::required(const std::string& column, std::size_t longest)
{
    auto value = text(column, longest);
    if (value.empty()) fault(column, "This cell is empty and must not be.");
    return value;
}

std::int64_t Table::number(const std::string& column, std::int64_t least, std::int64_t most)
{
    const auto word = required(column);
    const auto value = parse_number(word);
    if (!word.empty() && (!value || *value < least || *value > most))
        fault(column, fmt::format("“{}” must be a whole number from {} to {}.", word, least, most));
    return value && *value >= least && *value <= most ? *value : least;
}

double Table::share(const std::string& column)
{
    const auto word = text(column);
    if (word.empty()) return 1;
    auto number = word;
    std::ranges::replace(number, ',', '.');  // as spreadsheet programs of other countries write it
    double value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value, std::chars_format::fixed);
    if (error != std::errc{} || end != number.data() + number.size() || !(value >= 0 && value <= 1)) {
        fault(column, fmt::format("“{}” must be a number from 0 to 1, as in 0.6.", word));
        return 1;
    }
    return value;
}

bool Table::yes_or_no(const std::string& column)
{
    const auto word = in_small_letters(required(column));
    if (!word.empty() && word != "yes" && word != "no") fault(column, fmt::format("“{}” must be yes or no.", word));
    return word == "yes";
}

std::vector<std::string> Table::list(const std::string& column)
{
    std::vector<std::string> parts;
    const auto whole = text(column);
    for (std::size_t at = 0; at < whole.size();) {
        const auto end = std::min(whole.find_first_of(";|", at), whole.size());
        auto part = trimmed(std::string_view{whole}.substr(at, end - at));
        if (!part.empty()) parts.push_back(std::move(part));
        at = end + 1;
    }
    return parts;
}

std::optional<Date> Table::date(const std::string& column, Date today)
{
    const auto word = text(column);
    if (word.empty()) return std::nullopt;
    const auto value = parse_date(word, today);
    if (value) return *value;
    fault(column, value.error().sentence);
    return std::nullopt;
}

std::optional<Instant> Table::moment(const std::string& column, std::optional<Date> date)
{
    const auto word = required(column);
    const auto minutes = parse_time(word);
    if (!minutes && !word.empty()) fault(column, fmt::format("“{}” is not a time. Write it as 12:30pm or 12:30.", word));
    if (!minutes || !date) return std::nullopt;
    const auto moment = instant_at(*date, *minutes / 60, *minutes % 60);
    if (local_time(moment).hour == *minutes / 60) return moment;
    fault(column, fmt::format("There is no “{}” on {}: the clocks go forward. Write a time from 2am on.", word, iso_date(*date)));
    return std::nullopt;
}

}
