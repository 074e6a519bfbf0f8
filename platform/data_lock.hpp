// Keeps a second program off the same data. The lock goes with the process, however it ends.
#pragma once

#include <expected>
#include <filesystem>
#include <string>

namespace refectory::platform {

class DataLock {
public:
    // Of a folder that is made here or is this user's already.
    static std::expected<DataLock, std::string> take(const std::filesystem::path& folder);
    ~DataLock();
    DataLock(DataLock&& other) noexcept;
    DataLock& operator=(DataLock&&) = delete;

private:
    explicit DataLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

}
