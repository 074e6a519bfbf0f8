#include "store/pin.hpp"

#include "domain/secret.hpp"
#include "store/row_writer.hpp"
#include "store/tries.hpp"

#include <algorithm>

namespace refectory {

bool Pin::is_chosen()
{
    return context_.handle().execAndGet("SELECT count(*) FROM pin").getInt() == 1;
}

Result<> Pin::choose(std::string_view pin, Instant now, ClockTrust trust)
{
    const bool is_pin = pin.size() == pin_digits && std::ranges::all_of(pin, [](char digit) { return digit >= '0' && digit <= '9'; });
    if (!is_pin) return failure("A PIN has six digits.");
    if (!context_.ledger) return failure("This kiosk has not been set up yet.");
    const auto kept = hash_secret(pin, context_.entropy);
    return context_.commit_for_good([&]() -> Result<> {
        RowWriter{*context_.database, "INSERT OR REPLACE INTO pin VALUES (1, ?, ?)"}.row(kept.salt, kept.hash);
        context_.ledger->record(AdminEntry{AdminAction::pin_chosen, {}}, now, trust);
        return {};
    });
}

Result<bool> Pin::check(std::string_view pin)
{
    bool is_right = false;
    REFECTORY_TRY(guarded([&]() -> Result<> {
        Prepared query{*context_.database, "SELECT salt, hash FROM pin"};
        if (!query.executeStep()) return {};
        is_right = matches(pin, SecretHash{bytes_in<16>(query.getColumn(0)), bytes_in<32>(query.getColumn(1))});
        return {};
    }));
    return is_right;
}

Result<> Pin::forget()
{
    if (!is_chosen()) return failure("No PIN has been chosen here.");
    return context_.commit_for_good([&]() -> Result<> {
        context_.handle().exec("DELETE FROM pin");
        RowWriter{*context_.database, "DELETE FROM tries WHERE subject = ?"}.row(std::string{tries_of::pin});
        return {};
    });
}

Result<> Pin::entered(Instant now, ClockTrust trust)
{
    return context_.commit([&]() -> Result<> {
        context_.ledger->record(AdminEntry{AdminAction::entered, {}}, now, trust);
        return {};
    });
}

}
