#include "exchange/parcel_columns.hpp"

#include "exchange/programme_check.hpp"

#include <algorithm>
#include <charconv>

namespace refectory {

namespace {

constexpr std::array<std::string_view, 6> spine_columns{"origin", "seq", "at", "order_at", "clock", "hash"};
constexpr std::string_view trusted = "trusted", untrusted = "untrusted", empty_text = "'";

bool is_of(const Origin& origin, const std::string& kiosk)
{
    return is_origin(origin.value) && origin.value.starts_with(kiosk + ".");
}

bool is_text(std::string_view text)
{
    return is_utf8(text) && text.find('\0') == std::string_view::npos;
}

// The cells of facts go by the hundred thousand: few of them are strings of their own.
template <class Record>
void add_number(Record& record, std::int64_t number)
{
    std::array<char, 24> digits{};
    record.plain({digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr});
}

template <class Record>
void add_value(Record& record, const Value& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value)) return add_number(record, *number);
    const auto* text = std::get_if<std::string>(&value);
    if (!text) return record.plain({});
    if (text->empty()) return record.plain(empty_text);
    if (wants_apostrophe(*text)) return record.cell(neutralised(*text));
    record.cell(*text);
}

template <class Record>
void add_fact(Record& record, const FactRow& row)
{
    const auto& spine = row.spine;
    record.cell(spine.key.origin.value);
    add_number(record, spine.key.seq);
    add_number(record, to_milliseconds(spine.at));
    add_number(record, to_milliseconds(spine.order_at));
    record.plain(spine.clock == ClockTrust::trusted ? trusted : untrusted);
    record.plain(to_hex(row.hash));
    for (const auto& value : row.values) add_value(record, value);
}

std::optional<Value> parse_value(std::string_view cell, ColumnType type)
{
    if (cell.empty()) return Value{};
    if (type == ColumnType::integer) {
        std::int64_t number = 0;
        return parse_csv(cell, number) ? std::optional<Value>{number} : std::nullopt;
    }
    if (cell == empty_text) return Value{std::string{}};
    std::string text;
    return parse_csv(cell, text) && is_text(text) ? std::optional<Value>{text} : std::nullopt;
}

// The name of the first cell of the six that is wrong; empty where none is.
std::string_view parse_spine(const CsvRecord& record, const std::string& kiosk, FactRow& row)
{
    auto& spine = row.spine;
    if (!parse_csv(record.fields[0], spine.key.origin.value) || !is_of(spine.key.origin, kiosk)) return spine_columns[0];
    if (!parse_csv(record.fields[1], spine.key.seq) || spine.key.seq < 1 || spine.key.seq > largest_number) return spine_columns[1];
    if (!parse_csv(record.fields[2], spine.at) || !is_time(spine.at)) return spine_columns[2];
    if (!parse_csv(record.fields[3], spine.order_at) || !is_time(spine.order_at)) return spine_columns[3];
    if (record.fields[4] != trusted && record.fields[4] != untrusted) return spine_columns[4];
    spine.clock = record.fields[4] == trusted ? ClockTrust::trusted : ClockTrust::untrusted;
    if (!parse_csv(record.fields[5], row.hash)) return spine_columns[5];
    return {};
}

// Whose an origin is, it says once, with its first fact. No kiosk says it of another's origin, or of the desk's. What it comes after
// may be another kiosk's: the machine was that one, lost all that it had, and was set up anew.
bool begins_as_its_own(const FactRow& row, const std::string& kiosk)
{
    const auto& origin = row.spine.key.origin;
    const auto* after = std::get_if<std::string>(&row.values[2]);
    const bool comes_after_another = !after || *after != origin.value;
    return row.spine.key.seq == 1 && row.values[0] == Value{kiosk} && comes_after_another;
}

std::unexpected<Error> refuse(const FactTable& table, const CsvRecord& record, std::size_t cell, std::string_view column)
{
    return csv_failure(fact_file(table), record.places[cell], fmt::format("“{}” cannot be what stands here.", column));
}

}

std::string fact_file(const FactTable& table)
{
    return std::string{table.name} + ".csv";
}

std::vector<std::string> fact_header(const FactTable& table)
{
    std::vector<std::string> names(spine_columns.begin(), spine_columns.end());
    for (const auto& column : table.columns) names.push_back(column.name);
    return names;
}

std::vector<std::string> fact_fields(const FactRow& row)
{
    struct {
        std::vector<std::string> fields;
        void cell(std::string_view field) { fields.emplace_back(field); }
        void plain(std::string_view field) { fields.emplace_back(field); }
    } record;
    add_fact(record, row);
    return std::move(record.fields);
}

void append_fact(std::string& text, const FactRow& row)
{
    CsvRecordWriter record{text};
    add_fact(record, row);
    record.end();
}

Result<FactRow> parse_fact(const FactTable& table, const std::string& kiosk, const CsvRecord& record)
{
    FactRow row;
    if (const auto wrong = parse_spine(record, kiosk, row); !wrong.empty())
        return refuse(table, record, static_cast<std::size_t>(std::ranges::find(spine_columns, wrong) - spine_columns.begin()), wrong);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto cell = spine_columns.size() + i;
        auto value = parse_value(record.fields[cell], table.columns[i].type);
        if (!value) return refuse(table, record, cell, table.columns[i].name);
        row.values.push_back(std::move(*value));
    }
    if (const auto fault = fault_of(table, row.values); !fault.empty())
        return csv_failure(fact_file(table), {record.line, 1}, fault + ".");
    if (table.name == OriginBegun::table && !begins_as_its_own(row, kiosk))
        return csv_failure(fact_file(table), {record.line, 1}, "No kiosk begins to record like this.");
    return row;
}

std::string_view fault_of(const AddedName& row, const std::string&)
{
    if (row.person.value < first_added_person || row.person.value > last_added_person) return "No kiosk gives such a number to a person.";
    if (!is_text(row.name) || !is_text(row.organisation) || !is_text(row.team)) return "A text is damaged.";
    return {};
}

std::string_view fault_of(const Remark& row, const std::string& kiosk)
{
    if (!is_of(row.fact.origin, kiosk) || row.fact.seq < 1) return "This belongs to no fact of the kiosk's.";
    return is_text(row.words) ? std::string_view{} : "A text is damaged.";
}

std::string_view fault_of(const KeyedAnswer& row, const std::string&)
{
    const auto& answer = row.answer;
    if (answer.activity && !is_activity_id(answer.activity->value)) return "The activity's short name is not one.";
    if (!answer.month.empty() && !parse_iso_date(answer.month + "-01")) return "The month is not one.";
    return is_text(answer.words) ? std::string_view{} : "A text is damaged.";
}

}
