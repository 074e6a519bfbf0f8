#include "store/told_findings.hpp"

#include "domain/programme.hpp"
#include "store/prepared.hpp"
#include "store/row_writer.hpp"

namespace refectory {

std::set<std::string> ToldFindings::told(FindingKind kind)
{
    Prepared query{desk_, "SELECT finding FROM finding_told WHERE kind = ?"};
    query.bind(1, std::string{name_of(kind)});
    std::set<std::string> told;
    while (query.executeStep()) told.insert(query.getColumn(0).getString());
    return told;
}

Result<> ToldFindings::are_told(FindingKind kind, const std::set<std::string>& findings)
{
    if (told(kind) == findings) return {};
    return in_transaction(desk_, [&]() -> Result<> {
        RowWriter{desk_, "DELETE FROM finding_told WHERE kind = ?"}.row(name_of(kind));
        RowWriter insert{desk_, "INSERT INTO finding_told VALUES (?, ?)"};
        for (const auto& finding : findings) insert.row(name_of(kind), finding);
        return {};
    });
}

}
