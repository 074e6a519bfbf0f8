// A picture in memory, and PNG files of it.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace refectory::platform {

struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;  // four bytes a pixel, row by row from the top
};

std::expected<void, std::string> write_png(const Picture& picture, const std::filesystem::path& file);

}
