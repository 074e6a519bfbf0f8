#include "store/desk_store.hpp"

#include "store/row_writer.hpp"

namespace refectory {

Result<std::unique_ptr<DeskStore>> DeskStore::open(const std::filesystem::path& file, const Entropy& entropy, Instant now, History history)
{
    REFECTORY_TRY_ASSIGN(auto database, Database::open(file, Database::Kind::desk));
    std::unique_ptr<DeskStore> store{new DeskStore{std::move(database), file.parent_path() / "mark", entropy}};
    if (store->identity()) REFECTORY_TRY(store->open_ledger(now, history));
    return store;
}

Result<> DeskStore::open_ledger(Instant now, History history)
{
    return context_.commit([&]() -> Result<> {
        REFECTORY_TRY_ASSIGN(auto ledger, Ledger::open(*context_.database, std::string{desk_code}, mark_, context_.entropy, now, ClockTrust::trusted,
                                                       history));
        context_.ledger = std::move(ledger);
        const auto known = *identity();
        if (known.origin == context_.ledger->origin()) return {};
        const auto begun_at = known.origin.value.empty() ? now : std::max(now, known.begun_at + milliseconds{1});  // whatever the clock says
        RowWriter{*context_.database, "UPDATE desk SET origin = ?, begun_at = ?"}.row(context_.ledger->origin(), begun_at);
        if (known.origin.value.empty()) return {};
        REFECTORY_TRY(passes_.skip_numbers());
        return publications_.skip_serials(now);
    });
}

std::optional<DeskIdentity> DeskStore::identity()
{
    Prepared query{*context_.database, "SELECT origin, signing_key, recipient, begun_at, recovery_key FROM desk"};
    if (!query.executeStep()) return std::nullopt;
    DeskIdentity identity{Origin{query.getColumn(0).getString()}, bytes_in<32>(query.getColumn(1)), query.getColumn(2).getString(),
                          from_milliseconds(query.getColumn(3).getInt64())};
    if (!query.getColumn(4).isNull()) identity.recovery_key = bytes_in<32>(query.getColumn(4));
    return identity;
}

Result<> DeskStore::begin(const DeskKeysKnown& keys, Instant now)
{
    if (identity()) return failure("A desk has begun in this folder already. Nothing was changed.");
    const auto done = context_.commit([&]() -> Result<> {
        RowWriter{*context_.database, "INSERT INTO desk (only_row, origin, signing_key, recipient, begun_at, recovery_key) VALUES (1, '', ?, ?, ?, ?)"}.row(keys.signing_key, keys.recipient, now, keys.recovery_key);
        return open_ledger(now, History::continued);
    });
    if (!done) context_.ledger.reset();  // its origin was rolled back with the rest
    return done;
}

Result<> DeskStore::commit_noted(Instant now, const std::function<Result<>()>& work)
{
    return commit([&]() -> Result<> {
        REFECTORY_TRY(work());
        ledger().record(DeskChanged{}, now, ClockTrust::trusted);
        return {};
    });
}

Result<> DeskStore::change_keys(const KeyStatement& statement, Instant now)
{
    return commit_noted(now, [&]() -> Result<> {
        RowWriter{*context_.database, "INSERT INTO key_statement VALUES (?, ?, ?, ?)"}
            .row(statement.number, statement.signing_key, statement.recipient, statement.signature);
        RowWriter{*context_.database, "UPDATE desk SET signing_key = ?, recipient = ?"}.row(statement.signing_key, statement.recipient);
        return passes_.withdraw_all(now);
    });
}

std::optional<KeyStatement> DeskStore::newest_key_statement()
{
    Prepared query{*context_.database, "SELECT number, signing_key, recipient, signature FROM key_statement ORDER BY number DESC LIMIT 1"};
    if (!query.executeStep()) return std::nullopt;
    return KeyStatement{query.getColumn(0).getInt64(), bytes_in<32>(query.getColumn(1)), query.getColumn(2).getString(),
                        bytes_in<64>(query.getColumn(3))};
}

}
