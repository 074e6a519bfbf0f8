// Bytes that are too many for memory: in a file that has no name, in a folder of the caller's, gone with this object. What is little
// touches no disk. It knows nothing of what the bytes mean.
#pragma once

#include "domain/result.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace refectory {

class SpillFile {
public:
    explicit SpillFile(std::filesystem::path folder) : folder_(std::move(folder)) {}
    ~SpillFile();
    SpillFile(const SpillFile&) = delete;
    SpillFile& operator=(const SpillFile&) = delete;

    std::int64_t size() const { return spilt_ + static_cast<std::int64_t>(kept_.size()); }
    Result<> append(std::string_view bytes);
    // Those from there on, as many as there are and fit; nothing behind the end.
    Result<> read(std::int64_t from, std::size_t most, std::string& into) const;

private:
    Result<> spill();

    std::filesystem::path folder_;
    int file_ = -1;
    std::int64_t spilt_ = 0;
    std::string kept_;  // what is not in the file yet
};

}
