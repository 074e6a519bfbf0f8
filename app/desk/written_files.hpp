// Files that stand only together: unless they are kept, they are taken away again, and so is the folder that was made for them.
#pragma once

#include "domain/result.hpp"

#include <filesystem>
#include <vector>

namespace refectory {

class WrittenFiles {
public:
    WrittenFiles() = default;
    ~WrittenFiles();
    WrittenFiles(const WrittenFiles&) = delete;
    WrittenFiles& operator=(const WrittenFiles&) = delete;

    Result<> make_folder(const std::filesystem::path& folder);  // where there is none
    void add(std::filesystem::path file) { files_.push_back(std::move(file)); }
    void keep() { files_.clear(); }

private:
    std::vector<std::filesystem::path> files_;  // a folder that was made for them stands first
};

}
