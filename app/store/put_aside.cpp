#include "store/put_aside.hpp"

#include "store/durable_rename.hpp"

#include <fmt/format.h>

#include <charconv>
#include <vector>

namespace refectory {

namespace {

// The name begins with the moment. One that cannot be, for the clock was wrong or the name is not ours, is as old as can be.
Instant moment_of(const std::filesystem::path& file)
{
    const auto name = file.filename().string();
    std::int64_t moment = 0;
    std::from_chars(name.data(), name.data() + name.size(), moment);
    return from_milliseconds(moment);
}

}

Result<> PutAside::take(const std::filesystem::path& database, Instant now) const
{
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_all, error);
    for (const auto* beside : {"-wal", "-shm", "-journal", ""}) {  // the database last: while it stands, the check fails again
        const auto file = std::filesystem::path{database.string() + beside};
        if (!std::filesystem::exists(file, error)) continue;
        const auto name = fmt::format("{}.{}", to_milliseconds(now), file.filename().string());
        if (!rename_durably(file, folder_ / name)) return failure("The damaged database could not be put aside.");
    }
    return {};
}

void PutAside::forget_older_than(std::chrono::days kept, Instant now) const
{
    std::error_code error;
    std::vector<std::filesystem::path> old;
    for (const auto& entry : std::filesystem::directory_iterator{folder_, error})
        if (const auto moment = moment_of(entry.path()); moment > now || moment + kept <= now) old.push_back(entry.path());
    for (const auto& file : old) std::filesystem::remove(file, error);
}

void PutAside::forget_all() const
{
    std::error_code error;
    std::filesystem::remove_all(folder_, error);
}

}
