// The kiosk's facts as they stood at one moment, read over a connection of its own, so that an export on a worker neither
// waits for a sign-up nor holds one up. It writes nothing.
#pragma once

#include "domain/erasable.hpp"
#include "domain/fact_row.hpp"
#include "domain/result.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace refectory {

class Database;

// The facts of one origin that no receipt covers: behind `after`, up to `up_to`. Nothing is waiting where they are equal.
struct Extent {
    Origin origin;
    std::int64_t after = 0, up_to = 0;
};
// Of every origin of a kiosk's database, the oldest first.
std::vector<Extent> extents_in(Database& database);

class Snapshot {
public:
    static Result<std::unique_ptr<Snapshot>> open(const std::filesystem::path& kiosk_database);
    ~Snapshot();

    // Of every origin of this database, the oldest first.
    Result<std::vector<Extent>> extents();
    // Row for row, so that no table need fit into memory. An error of `take` ends it.
    Result<> facts(const FactTable& table, const Extent& extent, const std::function<Result<>(const FactRow&)>& take);
    Result<> names(const Extent& extent, const std::function<Result<>(const AddedName&)>& take);
    Result<> remarks(const Extent& extent, const std::function<Result<>(const Remark&)>& take);

private:
    explicit Snapshot(std::unique_ptr<Database> kiosk);
    std::unique_ptr<Database> kiosk_;
};

}
