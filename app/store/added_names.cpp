#include "store/added_names.hpp"

#include "store/prepared.hpp"

namespace refectory {

std::optional<AddedName> added_name(Database& desk, PersonId person)
{
    Prepared query{desk, "SELECT name, organisation, team FROM added_name WHERE person = ?"};
    query.bind(1, person.value);
    if (!query.executeStep()) return std::nullopt;
    return AddedName{person, query.getColumn(0).getString(), query.getColumn(1).getString(), query.getColumn(2).getString()};
}

bool was_added_at_a_kiosk(Database& desk, PersonId person)
{
    Prepared query{desk, "SELECT 1 FROM person_added WHERE person = ?1 UNION ALL SELECT 1 FROM conflict WHERE kind = 'person_added' "
                         "AND json_extract(fields, '$.person') = ?1 LIMIT 1"};
    query.bind(1, person.value);
    return query.executeStep();
}

}
