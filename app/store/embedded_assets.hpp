// The texts of assets/ that are compiled into the programs: the schemas and the words of a set-up.
#pragma once

#include <span>
#include <string_view>

namespace refectory {

struct EmbeddedAsset {
    std::string_view name;  // below assets/, as in "schema/kiosk/001.sql"
    std::string_view text;
};

// In the order of their names.
std::span<const EmbeddedAsset> embedded_assets();

}
