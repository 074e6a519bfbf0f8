#include "desk/table.hpp"

#include "domain/names.hpp"
#include "exchange/csv.hpp"
#include "exchange/durable_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace refectory {

namespace {

constexpr std::size_t largest_file = 4 << 20;

std::string lower(std::string_view text)
{
    std::string result{text};
    std::ranges::transform(result, result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

std::optional<std::int64_t> parse_number(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

bool is_utf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto first = static_cast<unsigned char>(text[at]);
        const int more = first < 0x80 ? 0 : first >= 0xC2 && first < 0xE0 ? 1 : first >= 0xE0 && first < 0xF0 ? 2 : first >= 0xF0 && first < 0xF5 ? 3 : -1;
        if (more < 0 || at + static_cast<std::size_t>(more) >= text.size() + (more == 0 ? 1 : 0)) return false;
        for (int i = 0; i < more; ++i)
            if ((static_cast<unsigned char>(text[++at]) & 0xC0U) != 0x80) return false;
    }
    return true;
}

std::string without_blanks(std::string_view text)
{
    return tidy_name(text);
}

}

std::optional<int> parse_time(std::string_view given)
{
    const auto text = lower(given);
    if (text == "midday") return 12 * 60;
    std::string_view rest{text};
    const bool morning = rest.ends_with("am"), afternoon = rest.ends_with("pm");
    if (morning || afternoon) rest.remove_suffix(2);
    while (rest.ends_with(' ')) rest.remove_suffix(1);
    const auto colon = rest.find(':');
    const auto hours = parse_number(rest.substr(0, colon));
    const auto minutes = colon == std::string_view::npos ? std::optional<std::int64_t>{0} : parse_number(rest.substr(colon + 1));
    const bool two_digits = colon == std::string_view::npos || rest.size() - colon == 3;
    if (!hours || !minutes || !two_digits || *minutes < 0 || *minutes > 59) return std::nullopt;
    if (!morning && !afternoon) {
        if (colon == std::string_view::npos || *hours < 0 || *hours > 23) return std::nullopt;
        return static_cast<int>(*hours * 60 + *minutes);
    }
    if (*hours < 1 || *hours > 12) return std::nullopt;
    return static_cast<int>((*hours % 12 + (afternoon ? 12 : 0)) * 60 + *minutes);
}

std::optional<Date> parse_date(std::string_view given, Date today)
{
    const auto text = lower(given);
    if (text.starts_with("today")) {
        if (text.size() == 5) return today;
        const bool plus = text[5] == '+';
        const auto days = parse_number(std::string_view{text}.substr(plus ? 6 : 5));
        if (!days || (!plus && text[5] != '-') || std::abs(*days) > 3660) return std::nullopt;
        return add_days(today, static_cast<int>(*days));
    }
    if (text.size() == 10 && text[2] == '/' && text[5] == '/')
        return parse_iso_date(text.substr(6, 4) + "-" + text.substr(3, 2) + "-" + text.substr(0, 2));
    return parse_iso_date(text);
}

std::optional<Instant> parse_moment(std::string_view text)
{
    const auto date = parse_iso_date(text.substr(0, 10));
    const auto time = text.size() <= 10 ? std::optional{0} : text[10] == 'T' ? parse_time(text.substr(11)) : std::nullopt;
    if (!date || !time) return std::nullopt;
    return instant_at(*date, *time / 60, *time % 60);
}

Table::Table(const std::filesystem::path& folder, std::string file, std::vector<std::string> columns, std::vector<Fault>& faults)
    : file_(std::move(file)), columns_(std::move(columns)), faults_(faults)
{
    const auto before = faults_.size();
    const auto text = read_text(folder / file_);
    if (!text) return;
    auto records = read_csv(*text);
    if (!records) {
        faults_.push_back({file_, records.error().line, "", records.error().sentence});
        return;
    }
    if (records->empty()) {
        fault("", "The file is empty. Its first line must name the columns.");
        return;
    }
    read_header(records->front());
    is_readable_ = faults_.size() == before;
    for (std::size_t i = 1; is_readable_ && i < records->size(); ++i) {
        auto& record = (*records)[i];
        lines_.push_back({record.line, std::move(record.fields)});
        at_ = i;
        check_width(records->front().fields.size());
    }
    at_ = 0;
}

std::optional<std::string> Table::read_text(const std::filesystem::path& file)
{
    std::error_code error;
    const auto kind = std::filesystem::status(file, error).type();
    if (kind == std::filesystem::file_type::not_found) {
        fault("", fmt::format("The file is missing from the folder. It needs the columns {}.", fmt::join(columns_, ", ")));
        return std::nullopt;
    }
    if (kind != std::filesystem::file_type::regular) {
        fault("", "This is no file that can be read. Put the spreadsheet in its place.");
        return std::nullopt;
    }
    auto text = read_whole_file(file, largest_file);
    if (!text) fault("", text.error().sentence);
    else if (!is_utf8(*text)) fault("", "The file is not UTF-8. Save it as “CSV UTF-8”.");
    else return std::move(*text);
    return std::nullopt;
}

void Table::read_header(CsvRecord& header)
{
    for (auto& name : header.fields) name = lower(without_blanks(name));
    for (const auto& column : columns_) {
        const auto found = std::ranges::find(header.fields, column);
        if (found == header.fields.end()) fault(column, "This column is missing.");
        else if (std::ranges::count(header.fields, column) > 1) fault(column, "This column is there twice.");
        places_.push_back(static_cast<std::size_t>(found - header.fields.begin()));
    }
    for (const auto& name : header.fields)
        if (!name.empty() && std::ranges::find(columns_, name) == columns_.end()) fault(name, "This column is not known. Remove it or correct its name.");
}

// A comma in a text that is not in quotation marks would cut the text in silence.
void Table::check_width(std::size_t columns)
{
    const auto& cells = lines_[at_ - 1].cells;
    const bool is_wider = cells.size() > columns && std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(columns), cells.end(), [](const auto& cell) { return !cell.empty(); });
    if (is_wider)
        fault("", fmt::format("This line has {} cells, and there are {} columns. Put a text that has a comma in it in quotation marks.", cells.size(), columns));
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
    auto value = without_blanks(cells[places_[index]]);
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
    char* end = nullptr;
    const double value = std::strtod(word.c_str(), &end);
    if (*end != 0 || !(value >= 0 && value <= 1)) {
        fault(column, fmt::format("“{}” must be a number from 0 to 1, as in 0.6.", word));
        return 1;
    }
    return value;
}

bool Table::yes_or_no(const std::string& column)
{
    const auto word = lower(required(column));
    if (!word.empty() && word != "yes" && word != "no") fault(column, fmt::format("“{}” must be yes or no.", word));
    return word == "yes";
}

std::vector<std::string> Table::list(const std::string& column)
{
    std::vector<std::string> parts;
    const auto whole = text(column);
    for (std::size_t at = 0; at < whole.size();) {
        const auto end = std::min(whole.find_first_of(";|", at), whole.size());
        auto part = without_blanks(std::string_view{whole}.substr(at, end - at));
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
    if (!value) fault(column, fmt::format("“{}” is not a date. Write it as 2026-11-24 or 24/11/2026.", word));
    return value;
}

std::optional<int> Table::time(const std::string& column)
{
    const auto word = required(column);
    const auto value = parse_time(word);
    if (!value && !word.empty()) fault(column, fmt::format("“{}” is not a time. Write it as 12:30pm or 12:30.", word));
    return value;
}

}
