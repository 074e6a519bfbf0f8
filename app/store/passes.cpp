#include "store/passes.hpp"

#include "store/row_writer.hpp"

#include <fmt/format.h>

namespace refectory {

Result<Pass> Passes::add(PersonId person, Date from, Date until, Instant now)
{
    Pass pass{person, {}, from, until};
    REFECTORY_TRY(in_transaction(database_, [&]() -> Result<> {
        const auto number = database_.handle().execAndGet("SELECT max(1 + coalesce((SELECT max(pass) FROM pass), 0), (SELECT passes_from FROM desk))").getInt64();
        pass.number = PassNumber{static_cast<std::uint32_t>(number)};
        RowWriter{database_, "INSERT INTO pass VALUES (?, ?, ?, ?, ?, NULL)"}.row(pass.number, person, from, until, now);
        return {};
    }));
    return pass;
}

Result<> Passes::skip_numbers()
{
    constexpr int more_than_were_made_since_a_backup = 1000;
    return in_transaction(database_, [&]() -> Result<> {
        RowWriter{database_, "UPDATE desk SET passes_from = 1 + ? + coalesce((SELECT max(pass) FROM pass), 0)"}.row(more_than_were_made_since_a_backup);
        return {};
    });
}

std::optional<Pass> Passes::find(PersonId person, Date from, Date until)
{
    Prepared query{database_, R"(
        SELECT max(pass) FROM pass WHERE person = ? AND valid_from = ? AND valid_until = ? AND withdrawn_at IS NULL)"};
    query.bind(1, person.value);
    query.bind(2, iso_date(from));
    query.bind(3, iso_date(until));
    if (!query.executeStep() || query.getColumn(0).isNull()) return std::nullopt;
    return Pass{person, PassNumber{static_cast<std::uint32_t>(query.getColumn(0).getInt64())}, from, until};
}

Result<> Passes::withdraw(PassNumber pass, Instant now)
{
    return in_transaction(database_, [&]() -> Result<> {
        RowWriter change{database_, "UPDATE pass SET withdrawn_at = coalesce(withdrawn_at, ?) WHERE pass = ?"};
        RowWriter forgotten{database_, "INSERT INTO forgotten_pass SELECT ?1, ?2 WHERE ?1 < (SELECT passes_from FROM desk) "
                                       "ON CONFLICT (pass) DO UPDATE SET withdrawn_at = withdrawn_at"};
        if (change.row(now, pass) == 0 && forgotten.row(pass, now) == 0) return failure(fmt::format("This desk has made no pass {}.", pass.value));
        return {};
    });
}

Result<> Passes::withdraw_all(Instant now)
{
    return in_transaction(database_, [&]() -> Result<> {
        RowWriter{database_, "UPDATE pass SET withdrawn_at = ? WHERE withdrawn_at IS NULL"}.row(now);
        return {};
    });
}

std::vector<PassNumber> Passes::withdrawn()
{
    Prepared query{database_, "SELECT pass FROM pass WHERE withdrawn_at IS NOT NULL UNION SELECT pass FROM forgotten_pass ORDER BY pass"};
    std::vector<PassNumber> passes;
    while (query.executeStep()) passes.push_back(PassNumber{static_cast<std::uint32_t>(query.getColumn(0).getInt64())});
    return passes;
}

}
