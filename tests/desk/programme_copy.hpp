// The demonstration's spreadsheets, and a copy of them to alter, in a folder that goes away.
#pragma once

#include "domain/instant.hpp"
#include "support/folder.hpp"

#include <catch2/catch_test_macros.hpp>

namespace refectory::test {

inline constexpr Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}};
inline const std::filesystem::path demonstration_folder = std::filesystem::path{REFECTORY_SOURCE} / "assets/demonstration";

struct ProgrammeCopy {
    ProgrammeCopy() { std::filesystem::copy(demonstration_folder, path); }

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
