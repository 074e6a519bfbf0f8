// The columns of a parcel's CSV files. Those of the facts come from the list of fact tables: in front of each stand the six
// of the spine. An absent value is an empty cell; an empty text is a lone apostrophe, so that the two stay apart.
#pragma once

#include "exchange/csv_row.hpp"
#include "exchange/parcel.hpp"

#include <array>

namespace refectory {

inline constexpr std::string_view parcel_format = "refectory-parcel";
inline constexpr const char* people_file = "people.csv";
inline constexpr const char* remarks_file = "remarks.csv";
inline constexpr const char* answers_file = "answers.csv";

std::string fact_file(const FactTable& table);
std::vector<std::string> fact_header(const FactTable& table);
std::vector<std::string> fact_fields(const FactRow& row);
void append_fact(std::string& text, const FactRow& row);  // those as one record
// Takes only what the table may hold, from an origin of that kiosk's.
Result<FactRow> parse_fact(const FactTable& table, const std::string& kiosk, const CsvRecord& record);

// What their cells cannot say alone; empty where nothing is wrong.
std::string_view fault_of(const AddedName& row, const std::string& kiosk);
std::string_view fault_of(const Remark& row, const std::string& kiosk);
std::string_view fault_of(const KeyedAnswer& row, const std::string& kiosk);

template <> struct CsvColumns<AddedName> {
    static void visit(auto& row, auto&& column)
    {
        column("person", row.person);
        column("name", row.name);
        column("organisation", row.organisation);
        column("team", row.team);
    }
};

template <> struct CsvColumns<Remark> {
    static void visit(auto& row, auto&& column)
    {
        column("origin", row.fact.origin);
        column("seq", row.fact.seq);
        column("words", row.words);
    }
};

template <> struct CsvColumns<KeyedAnswer> {
    static void visit(auto& row, auto&& column)
    {
        column("key", row.key);
        column("kind", row.answer.kind);
        column("activity", row.answer.activity);
        column("month", row.answer.month);
        column("face", row.answer.face);
        column("words", row.answer.words);
    }
};

}
