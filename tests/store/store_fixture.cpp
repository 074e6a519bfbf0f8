#include "store/store_fixture.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace refectory::test {

std::int64_t number_in(const std::filesystem::path& database, const std::string& sql)
{
    return SQLite::Database{database.string(), SQLite::OPEN_READONLY}.execAndGet(sql).getInt64();
}

std::string text_in(const std::filesystem::path& database, const std::string& sql)
{
    return SQLite::Database{database.string(), SQLite::OPEN_READONLY}.execAndGet(sql).getString();
}

std::string refused(const std::filesystem::path& database, const std::string& sql)
{
    SQLite::Database handle{database.string(), SQLite::OPEN_READWRITE};
    try {
        handle.exec(sql);
    } catch (const SQLite::Exception& exception) {
        return exception.what();
    }
    return {};
}

}
