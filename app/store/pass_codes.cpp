#include "store/pass_codes.hpp"

#include "store/row_writer.hpp"

namespace refectory {

namespace {

Date date_in(const SQLite::Column& column)
{
    return parse_iso_date(column.getString()).value_or(Date{});
}

}

Result<std::string> PassCodes::letters_of(PassNumber pass, const Entropy& entropy)
{
    std::string letters;
    REFECTORY_TRY(guarded([&]() -> Result<> {
        if (const auto kept = find(pass)) {
            letters = *kept;
            return {};
        }
        letters = make_pass_letters(entropy);
        const auto hashed = hash_secret(letters, entropy);
        RowWriter{database_, "INSERT INTO pass_code VALUES (?, ?, ?, ?)"}.row(pass, letters, hashed.salt, hashed.hash);
        return {};
    }));
    return letters;
}

std::vector<PassCode> PassCodes::ending_from(Date day)
{
    Prepared query{database_, R"(
        SELECT pass, person, valid_from, valid_until, salt, hash FROM pass_code JOIN pass USING (pass)
        WHERE valid_until >= ? ORDER BY pass)"};
    query.bind(1, iso_date(day));
    std::vector<PassCode> codes;
    while (query.executeStep())
        codes.push_back({{PersonId{query.getColumn(1).getInt64()}, PassNumber{static_cast<std::uint32_t>(query.getColumn(0).getInt64())},
                          date_in(query.getColumn(2)), date_in(query.getColumn(3))},
                         {bytes_in<16>(query.getColumn(4)), bytes_in<32>(query.getColumn(5))}});
    return codes;
}

std::optional<std::string> PassCodes::find(PassNumber pass)
{
    Prepared query{database_, "SELECT letters FROM pass_code WHERE pass = ?"};
    query.bind(1, static_cast<std::int64_t>(pass.value));
    if (!query.executeStep()) return std::nullopt;
    return query.getColumn(0).getString();
}

}
