// What a file is, for somebody who looks: opens a parcel, checks its signature, its sums and that its facts follow from one
// another, and gives what there is to print. It changes nothing. A file that is no parcel is named as what it seems to be.
#pragma once

#include "exchange/parcel.hpp"

#include <variant>

namespace refectory {

struct InspectedParcel {
    ParcelHeader header;
    Digest sha256{};  // of the sealed file
    std::vector<std::pair<std::string, std::int64_t>> rows;  // a table and how many; all tables, in their order
    std::int64_t names = 0, remarks = 0, answers = 0;

    std::int64_t facts() const;
};
struct NoParcel {
    std::string what_it_is;  // a sentence
};
using Inspection = std::variant<InspectedParcel, NoParcel>;

// An error where it is a parcel, but damaged, not signed as it should be, or inconsistent.
Result<Inspection> inspect(const std::filesystem::path& file, const std::string& age_identities, const FindKey& find_key);

// Each row of a parcel as its file has it: the file's name, and cells that begin with the header's. Inspect it first: rows
// come as they are read, before anything behind them is checked.
using OnRow = std::function<Result<>(std::string_view file, std::span<const std::string> columns, std::span<const std::string> cells)>;
Result<> list_rows(const std::filesystem::path& file, const std::string& age_identities, const FindKey& find_key, const OnRow& on_row);

}
