#include "store/desk_store.hpp"

#include "store/row_writer.hpp"

namespace refectory {

Result<std::unique_ptr<DeskStore>> DeskStore::open(const std::filesystem::path& file)
{
    REFECTORY_TRY_ASSIGN(auto database, Database::open(file, Database::Kind::desk));
    return std::unique_ptr<DeskStore>{new DeskStore{std::move(database)}};
}

std::optional<DeskIdentity> DeskStore::identity()
{
    SQLite::Statement query{database_->handle(), "SELECT origin, signing_key, recipient, begun_at FROM desk"};
    if (!query.executeStep()) return std::nullopt;
    return DeskIdentity{Origin{query.getColumn(0).getString()}, bytes_in<32>(query.getColumn(1)), query.getColumn(2).getString(),
                        from_milliseconds(query.getColumn(3).getInt64())};
}

Result<> DeskStore::begin(const DeskIdentity& identity)
{
    return in_transaction(*database_, [&]() -> Result<> {
        RowWriter insert{database_->handle(), "INSERT OR IGNORE INTO desk VALUES (1, ?, ?, ?, ?)"};
        if (insert.row(identity.origin, identity.signing_key, identity.recipient, identity.begun_at) == 1) return {};
        return failure("A desk has begun in this folder already. Nothing was changed.");
    });
}

}
