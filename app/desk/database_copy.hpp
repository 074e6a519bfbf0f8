// A copy of the desk's database beside it, for as long as a backup is being made of it. It holds names: where a power cut left one
// behind, it goes when the desk is next opened.
#pragma once

#include "exchange/descriptor.hpp"
#include "store/database.hpp"

#include <filesystem>

namespace refectory {

class DatabaseCopy {
public:
    // One at a time.
    static Result<DatabaseCopy> make(Database& database, const std::filesystem::path& folder);
    ~DatabaseCopy();
    DatabaseCopy(DatabaseCopy&&) noexcept = default;
    DatabaseCopy& operator=(DatabaseCopy&&) = delete;

    const std::filesystem::path& path() const { return file_; }
    // Unless somebody is still at work with it.
    static void remove_left(const std::filesystem::path& folder);

private:
    DatabaseCopy(std::filesystem::path file, Descriptor lock) : file_(std::move(file)), lock_(std::move(lock)) {}

    std::filesystem::path file_;
    Descriptor lock_;
};

}
