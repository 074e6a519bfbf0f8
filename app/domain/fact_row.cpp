#include "domain/fact_row.hpp"

#include "domain/fact_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <type_traits>
#include <utility>

namespace refectory {

namespace {

template <class T> struct IsOptional : std::false_type {};
template <class T> struct IsOptional<std::optional<T>> : std::true_type {};
template <class T> struct IsId : std::false_type {};
template <class Tag, class T> struct IsId<Id<Tag, T>> : std::true_type {};

// Appends one field's column or columns to a table's description.
class Describer {
public:
    explicit Describer(std::vector<Column>& columns) : columns_(columns) {}

    template <class T>
    void operator()(std::string_view name, T&, NumberRange range = range_of<T>())
    {
        add<std::remove_const_t<T>>(name, false, range);
    }

private:
    template <class T>
    static constexpr NumberRange range_of()
    {
        if constexpr (IsOptional<T>::value) return range_of<typename T::value_type>();
        else if constexpr (std::is_same_v<T, PersonId>) return {1, last_added_person};
        else if constexpr (std::is_same_v<T, PassNumber>) return {0, std::numeric_limits<decltype(T::value)>::max()};
        else if constexpr (std::is_same_v<T, FactKey> || IsId<T>::value) return from_one;
        else if constexpr (std::is_same_v<T, bool>) return {0, 1};
        else return {};
    }

    template <class T>
    void add(std::string_view name, bool optional, NumberRange range)
    {
        if constexpr (IsOptional<T>::value) {
            add<typename T::value_type>(name, true, range);
        } else if constexpr (std::is_same_v<T, FactKey>) {
            columns_.push_back({fmt::format("{}_origin", name), ColumnType::text, optional, {}, {}, is_origin});
            columns_.push_back({fmt::format("{}_seq", name), ColumnType::integer, optional, {}, range});
        } else if constexpr (IsId<T>::value) {
            if constexpr (std::is_same_v<T, Origin>) columns_.push_back({std::string{name}, ColumnType::text, optional, {}, {}, is_origin});
            else if constexpr (std::is_same_v<T, ActivityId>) columns_.push_back({std::string{name}, ColumnType::text, optional, {}, {}, is_activity_id});
            else columns_.push_back({std::string{name}, ColumnType::integer, optional, {}, range});
        } else if constexpr (std::is_enum_v<T>) {
            constexpr auto names = names_of(T{});
            columns_.push_back({std::string{name}, ColumnType::text, optional, {names.begin(), names.end()}});
        } else if constexpr (std::is_same_v<T, std::string>) {  // no fact holds another text
            columns_.push_back({std::string{name}, ColumnType::text, optional, {}, {}, is_kiosk_code});
        } else {
            static_assert(std::is_integral_v<T>);
            columns_.push_back({std::string{name}, ColumnType::integer, optional, {}, range});
        }
    }

    std::vector<Column>& columns_;
};

// Appends one field's value or values.
class Reader {
public:
    explicit Reader(std::vector<Value>& values) : values_(values) {}

    template <class T>
    void operator()(std::string_view, const T& value, NumberRange = {})
    {
        add(value);
    }

private:
    template <class T>
    void add(const T& value)
    {
        if constexpr (IsOptional<T>::value) {
            static_assert(!std::is_same_v<T, std::optional<FactKey>>);
            if (value) add(*value);
            else values_.emplace_back(std::monostate{});
        } else if constexpr (std::is_same_v<T, FactKey>) {
            values_.emplace_back(value.origin.value);
            values_.emplace_back(value.seq);
        } else if constexpr (IsId<T>::value) {
            add(value.value);
        } else if constexpr (std::is_enum_v<T>) {
            values_.emplace_back(std::string{names_of(T{})[static_cast<std::size_t>(value)]});
        } else if constexpr (std::is_same_v<T, std::string>) {
            values_.emplace_back(value);
        } else {
            values_.emplace_back(static_cast<std::int64_t>(value));
        }
    }

    std::vector<Value>& values_;
};

template <class Body>
FactTable describe()
{
    FactTable table{Body::table, {}};
    Body body;
    Body::fields(body, Describer{table.columns});
    return table;
}

template <std::size_t... Index>
std::vector<FactTable> describe_all(std::index_sequence<Index...>)
{
    return {describe<std::variant_alternative_t<Index, FactBody>>()...};
}

}

std::span<const FactTable> fact_tables()
{
    static const auto tables = describe_all(std::make_index_sequence<std::variant_size_v<FactBody>>{});
    return tables;
}

const FactTable* find_fact_table(std::string_view name)
{
    const auto tables = fact_tables();
    const auto found = std::ranges::find(tables, name, &FactTable::name);
    return found == tables.end() ? nullptr : &*found;
}

std::string_view table_name(const FactBody& body)
{
    return fact_tables()[body.index()].name;
}

std::vector<Value> values_of(const FactBody& body)
{
    std::vector<Value> values;
    std::visit([&]<class Body>(const Body& known) { Body::fields(known, Reader{values}); }, body);
    return values;
}

Digest hash_of(const Digest& before, const Spine& spine, std::string_view table, std::span<const Value> values)
{
    return hash_of(before, fact_text(spine, table, values));
}

std::string fault_of(const FactTable& table, std::span<const Value> values)
{
    if (values.size() != table.columns.size())
        return fmt::format("{} has {} values where {} belong", table.name, values.size(), table.columns.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto& column = table.columns[i];
        const auto& value = values[i];
        if (std::holds_alternative<std::monostate>(value)) {
            if (!column.optional) return fmt::format("{} of {} is empty", column.name, table.name);
            continue;
        }
        if (std::holds_alternative<std::string>(value) != (column.type == ColumnType::text))
            return fmt::format("{} of {} is of the wrong type", column.name, table.name);
        const auto* number = std::get_if<std::int64_t>(&value);
        if (number && (*number < column.range.least || *number > column.range.most))
            return fmt::format("{} of {} is no number that it can be", column.name, table.name);
        const auto* text = std::get_if<std::string>(&value);
        if (text && column.is_form && !column.is_form(*text)) return fmt::format("{} of {} is not the name of one", column.name, table.name);
        if (text && !column.allowed.empty() && std::ranges::find(column.allowed, *text) == column.allowed.end())
            return fmt::format("{} of {} is none of the words it may be", column.name, table.name);
    }
    return {};
}

bool is_of_a_kiosk(std::string_view table)
{
    return table != ChairGiven::table && table != SamePerson::table && table != ProgrammePublished::table && table != DeskChanged::table;
}

bool counts_as_waiting(std::string_view table)
{
    return table != AdminEntry::table && table != ParcelWritten::table && table != ClockConfirmed::table &&
           table != ProgrammeApplied::table && table != OriginBegun::table;
}

}
