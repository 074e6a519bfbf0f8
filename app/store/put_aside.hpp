// Databases that failed their check: kept in a folder of their own for whoever may read something out of them, not for good,
// since they hold names and words.
#pragma once

#include "domain/instant.hpp"
#include "domain/result.hpp"

#include <filesystem>

namespace refectory {

class PutAside {
public:
    explicit PutAside(const std::filesystem::path& data_folder) : folder_(data_folder / "put-aside") {}

    // With the logs beside it, which belong to no other database.
    Result<> take(const std::filesystem::path& database, Instant now) const;
    void forget_older_than(std::chrono::days kept, Instant now) const;
    void forget_all() const;

private:
    std::filesystem::path folder_;
};

}
