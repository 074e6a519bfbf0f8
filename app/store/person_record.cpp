#include "store/person_record.hpp"

#include "domain/fact_row.hpp"
#include "domain/instant.hpp"
#include "store/prepared.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace refectory {

namespace {

constexpr const char* own_visits = "(SELECT origin, seq FROM visitor WHERE person = ?1)";  // also those that stand aside
constexpr const char* own_sign_ups = "(SELECT origin, seq FROM sign_up WHERE person = ?1 UNION ALL "
                                     "SELECT origin, seq FROM conflict WHERE kind = 'sign_up' AND json_extract(fields, '$.person') = ?1)";
// What besides them is put right: letters that were given anew, and two numbers that are one person's or not.
constexpr const char* own_put_right = "(SELECT origin, seq FROM letters_given WHERE person = ?1 UNION ALL "
                                      "SELECT origin, seq FROM same_person WHERE person = ?1 OR same_as = ?1)";

std::string text_of(const SQLite::Column& column)
{
    const std::string_view name{column.getName()};
    const bool is_moment = name == "at" || name == "made_at" || name == "withdrawn_at";
    return is_moment && column.isInteger() ? iso_instant(from_milliseconds(column.getInt64())) : column.getString();
}

void add_rows(std::vector<HeldRow>& rows, Database& desk, const std::string& table, const std::string& sql, PersonId person)
{
    Prepared query{desk, sql};
    query.bind(1, person.value);
    while (query.executeStep()) {
        HeldRow row{table, {}};
        for (int i = 0; i < query.getColumnCount(); ++i)
            if (const auto column = query.getColumn(i); !column.isNull()) row.fields.emplace_back(column.getName(), text_of(column));
        rows.push_back(std::move(row));
    }
}

// Whom a fact is about: a person that it names, else whose visit or sign-up it names.
std::string condition_of(const FactTable& table)
{
    std::string condition;
    for (const auto& column : table.columns) {
        if (column.name == "person" || column.name == "same_as") condition += fmt::format("{}t.{} = ?1", condition.empty() ? "" : " OR ", column.name);
        if (column.name == "visit_origin" && condition.empty()) condition = fmt::format("(t.visit_origin, t.visit_seq) IN {}", own_visits);
        if (column.name == "sign_up_origin" && condition.empty()) condition = fmt::format("(t.sign_up_origin, t.sign_up_seq) IN {}", own_sign_ups);
        if (column.name == "fact_origin" && condition.empty())
            condition = fmt::format("(t.fact_origin, t.fact_seq) IN {} OR (t.fact_origin, t.fact_seq) IN {} OR (t.fact_origin, t.fact_seq) IN {}", own_visits,
                                    own_sign_ups, own_put_right);
    }
    return condition;
}

// The same of what stands aside, whose columns are in one text.
std::string condition_of_conflicts()
{
    const auto names = [](std::string_view what, std::string_view own) {
        return fmt::format("(json_extract(fields, '$.{0}_origin'), json_extract(fields, '$.{0}_seq')) IN {1}", what, own);
    };
    return fmt::format("json_extract(fields, '$.person') = ?1 OR json_extract(fields, '$.same_as') = ?1 OR {} OR {} OR {} OR {} OR {}", names("visit", own_visits),
                       names("sign_up", own_sign_ups), names("fact", own_visits), names("fact", own_sign_ups), names("fact", own_put_right));
}

}

std::vector<HeldRow> held_on(Database& desk, PersonId person)
{
    std::vector<HeldRow> rows;
    add_rows(rows, desk, "added_name", "SELECT name, organisation, team FROM added_name WHERE person = ?1", person);
    for (const auto& table : fact_tables()) {
        const auto condition = condition_of(table);
        if (condition.empty()) continue;
        add_rows(rows, desk, std::string{table.name},
                 fmt::format("SELECT f.at, t.* FROM {} t JOIN fact f USING (origin, seq) WHERE {} ORDER BY f.at, t.origin, t.seq", table.name, condition), person);
    }
    add_rows(rows, desk, "remark", fmt::format("SELECT origin, seq, words FROM remark WHERE (visit_origin, visit_seq) IN {}", own_visits), person);
    add_rows(rows, desk, "conflict", "SELECT origin, seq, kind, at, fields FROM conflict WHERE " + condition_of_conflicts(), person);
    add_rows(rows, desk, "pass", "SELECT pass, valid_from, valid_until, made_at, withdrawn_at FROM pass WHERE person = ?1", person);
    add_rows(rows, desk, "pass_code", "SELECT pass, letters FROM pass_code JOIN pass USING (pass) WHERE person = ?1", person);
    add_rows(rows, desk, "visit_code", "SELECT activity, digits, current FROM visit_code WHERE person = ?1", person);
    return rows;
}

}
