// A folder of a test's own that goes away with it, and the files in it.
#pragma once

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace refectory::test {

inline std::vector<std::string> names_in(const std::filesystem::path& folder)
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

inline std::string file_text(const std::filesystem::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    std::error_code unknown;
    const auto size = std::filesystem::file_size(file, unknown);
    std::string text, piece(64 * 1024, '\0');
    if (!unknown) text.reserve(size);
    while (stream.read(piece.data(), static_cast<std::streamsize>(piece.size())) || stream.gcount() > 0)
        text.append(piece, 0, static_cast<std::size_t>(stream.gcount()));
    return text;
}

inline void put(const std::filesystem::path& file, std::string_view text)
{
    std::filesystem::create_directories(file.parent_path());
    std::ofstream{file, std::ios::binary} << text;
}

// As a disk spoils a database: in the middle of what is there.
inline void spoil(const std::filesystem::path& database)
{
    auto bytes = file_text(database);
    REQUIRE(bytes.size() > 8192);
    for (std::size_t at = 4096; at < bytes.size(); ++at) bytes[at] = static_cast<char>(0x5A ^ (at * 7));
    put(database, bytes);
    std::filesystem::remove(database.string() + "-wal");
}

class Folder {
public:
    explicit Folder(const std::filesystem::path& below = std::filesystem::temp_directory_path())
    {
        auto name = (below / "refectory-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    std::vector<std::string> names() const { return names_in(path_); }

private:
    std::filesystem::path path_;
};

}
