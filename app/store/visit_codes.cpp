#include "store/visit_codes.hpp"

#include "store/row_writer.hpp"

#include <fmt/format.h>

namespace refectory {

Result<> VisitCodes::give(std::span<const Visit> visits, const Entropy& entropy)
{
    // Hashing takes its time, and nobody should wait for the database meanwhile.
    std::vector<ToldCode> made;
    REFECTORY_TRY(guarded([&]() -> Result<> {
        for (const auto& visit : visits) {
            if (has(visit)) continue;
            const auto digits = fmt::format("{:0{}}", random_below(entropy, 1'000'000), visit_code_digits);
            made.push_back({{visit.first, visit.second, hash_secret(digits, entropy)}, digits});
        }
        return {};
    }));
    return in_transaction(database_, [&]() -> Result<> {
        RowWriter insert{database_, "INSERT OR IGNORE INTO visit_code VALUES (?, ?, ?, ?, ?, 0)"};
        for (const auto& [code, digits] : made) insert.row(code.person, code.activity, digits, code.code.salt, code.code.hash);
        database_.handle().exec("UPDATE visit_code SET current = 0");
        RowWriter mark{database_, "UPDATE visit_code SET current = 1 WHERE person = ? AND activity = ?"};
        for (const auto& [person, activity] : visits) mark.row(person, activity);
        return {};
    });
}

std::vector<ToldCode> VisitCodes::current()
{
    Prepared query{database_, "SELECT person, activity, salt, hash, digits FROM visit_code WHERE current ORDER BY activity, person"};
    std::vector<ToldCode> codes;
    while (query.executeStep())
        codes.push_back({{PersonId{query.getColumn(0).getInt64()}, ActivityId{query.getColumn(1).getString()},
                          {bytes_in<16>(query.getColumn(2)), bytes_in<32>(query.getColumn(3))}},
                         query.getColumn(4).getString()});
    return codes;
}

bool VisitCodes::has(const Visit& visit)
{
    Prepared query{database_, "SELECT 1 FROM visit_code WHERE person = ? AND activity = ?"};
    query.bind(1, visit.first.value);
    query.bind(2, visit.second.value);
    return query.executeStep();
}

}
