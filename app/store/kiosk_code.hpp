// Which kiosk a data folder is, read from outside: also while the kiosk runs, and nothing is begun, mended or made.
#pragma once

#include "domain/result.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace refectory {

// Nothing where it has not been set up yet.
Result<std::optional<std::string>> kiosk_code_in(const std::filesystem::path& folder);

}
