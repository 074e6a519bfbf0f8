#include "store/added_names.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace refectory {

std::optional<AddedName> added_name(Database& desk, PersonId person)
{
    SQLite::Statement query{desk.handle(), "SELECT name, organisation, team FROM added_name WHERE person = ?"};
    query.bind(1, person.value);
    if (!query.executeStep()) return std::nullopt;
    return AddedName{person, query.getColumn(0).getString(), query.getColumn(1).getString(), query.getColumn(2).getString()};
}

}
