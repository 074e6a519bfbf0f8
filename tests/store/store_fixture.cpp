#include "store/store_fixture.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace refectory::test {

std::int64_t number_in(const std::filesystem::path& database, const std::string& sql)
{
    return SQLite::Database{database.string(), SQLite::OPEN_READONLY}.execAndGet(sql).getInt64();
}

std::int64_t visits_not_as_their_facts(const std::filesystem::path& database)
{
    const std::string as_the_facts = "SELECT c.origin, c.seq, c.person, f.at, "
                                     "(SELECT min(e.at) FROM visit_end e WHERE e.visit_origin = c.origin AND e.visit_seq = c.seq) "
                                     "FROM check_in c JOIN fact f USING (origin, seq)";
    const std::string as_kept = "SELECT origin, seq, person, began, ended FROM visit";
    return number_in(database, "SELECT (SELECT count(*) FROM (" + as_the_facts + " EXCEPT " + as_kept + ")) + "
                               "(SELECT count(*) FROM (" + as_kept + " EXCEPT " + as_the_facts + "))");
}

std::string text_in(const std::filesystem::path& database, const std::string& sql)
{
    return SQLite::Database{database.string(), SQLite::OPEN_READONLY}.execAndGet(sql).getString();
}

Receipt receipt_for(const std::filesystem::path& database, std::int64_t facts_up_to, std::int64_t answers_up_to)
{
    Receipt receipt{Origin{text_in(database, "SELECT origin FROM origin_begun ORDER BY generation")}, facts_up_to, {}, answers_up_to, morning};
    from_hex(text_in(database, "SELECT coalesce((SELECT hex(hash) FROM fact WHERE origin = '" + receipt.origin.value + "' AND seq = " +
                                   std::to_string(facts_up_to) + "), '')"), receipt.hash);
    return receipt;
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
