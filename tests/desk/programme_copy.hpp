// A copy of the demonstration's spreadsheets to alter, in a folder that goes away.
#pragma once

#include "support/folder.hpp"

namespace refectory::test {

struct ProgrammeCopy {
    ProgrammeCopy() { std::filesystem::copy(std::filesystem::path{REFECTORY_SOURCE} / "assets/demonstration", path); }

    std::string text(const std::string& file) const { return file_text(path / file); }
    void put(const std::string& file, const std::string& text) const { std::ofstream{path / file, std::ios::binary} << text; }
    void replace(const std::string& file, const std::string& from, const std::string& to) const
    {
        auto whole = text(file);
        const auto at = whole.find(from);
        REQUIRE(at != std::string::npos);
        put(file, whole.replace(at, from.size(), to));
    }

    Folder folder;
    std::filesystem::path path = folder.path();
};

}
