// What this machine's file of settings says (/etc/refectory/kiosk.toml). A file that says something wrong, or something that is not
// known here, is refused whole with its first such line: a kiosk that ran on half of what was meant would not be noticed.
// It writes nothing; what a person may decide at the screen is not here.
#pragma once

#include "domain/result.hpp"
#include "domain/retention.hpp"

#include <filesystem>
#include <optional>
#include <string_view>

namespace refectory {

enum class Drawing { automatic, software, opengl };  // by the graphics card where there is one; never; always

struct Settings {
    std::filesystem::path data = "refectory-data";
    std::filesystem::path stick;         // a folder that stands for a USB stick; empty: sticks are found
    Drawing drawing = Drawing::automatic;
    RetentionRules retention;            // each of 1 to 365 days
};

std::optional<Drawing> parse_drawing(std::string_view name);
// `name` is the file's, for what is said of it.
Result<Settings> parse_settings(std::string_view text, std::string_view name);
Result<Settings> read_settings(const std::filesystem::path& file);

}
