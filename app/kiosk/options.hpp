// What the kiosk's program is asked for on its command line, and what its file of settings says where the command line says nothing.
#pragma once

#include "kiosk/settings.hpp"

#include <expected>
#include <filesystem>
#include <string>

namespace refectory {

struct Options {
    std::filesystem::path config, data, stick, set_up;
    std::string window, drawing, now;
    std::optional<Instant> starts_at;  // --now, where it was given
    bool check = false, trace = false, forget_pin = false;
    Settings settings;
};

// Otherwise what the program ends with at once: there was only help asked for, or something that it does not know.
std::expected<Options, int> parse_options(int argc, char** argv, std::string_view version);
// With the file of settings.
Result<> settle(Options& options);

}
