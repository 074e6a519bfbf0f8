#include "store/pin.hpp"

#include "domain/secret.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

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
    return context_.commit([&]() -> Result<> {
        SQLite::Statement insert{context_.handle(), "INSERT OR REPLACE INTO pin VALUES (1, ?, ?)"};
        insert.bind(1, kept.salt.data(), static_cast<int>(kept.salt.size()));
        insert.bind(2, kept.hash.data(), static_cast<int>(kept.hash.size()));
        insert.exec();
        context_.ledger->record(AdminEntry{AdminAction::pin_chosen, {}}, now, trust);
        return {};
    });
}

Result<bool> Pin::check(std::string_view pin)
{
    bool is_right = false;
    REFECTORY_TRY(guarded([&]() -> Result<> {
        SQLite::Statement query{context_.handle(), "SELECT salt, hash FROM pin"};
        if (!query.executeStep()) return {};
        SecretHash kept;
        const auto salt = query.getColumn(0).getString(), hash = query.getColumn(1).getString();
        std::copy_n(salt.begin(), std::min(salt.size(), kept.salt.size()), kept.salt.begin());
        std::copy_n(hash.begin(), std::min(hash.size(), kept.hash.size()), kept.hash.begin());
        is_right = matches(pin, kept);
        return {};
    }));
    return is_right;
}

Result<> Pin::entered(Instant now, ClockTrust trust)
{
    return context_.commit([&]() -> Result<> {
        context_.ledger->record(AdminEntry{AdminAction::entered, {}}, now, trust);
        return {};
    });
}

}
