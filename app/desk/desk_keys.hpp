// The desk's secret keys, in a file of their own that its owner alone may read: whoever has them can publish in the desk's name
// and open every kiosk's parcels. They are never in the database.
#pragma once

#include "domain/result.hpp"
#include "domain/signature.hpp"
#include "exchange/age.hpp"

#include <filesystem>

namespace refectory {

struct DeskKeys {
    KeyPair signing;
    AgeKeys age;
    std::vector<std::string> former_identities{};  // open what kiosks sealed before they heard of the newest one
};

// The newest first, one a line.
std::string identities_of(const DeskKeys& keys);

Result<DeskKeys> make_desk_keys(const Entropy& entropy);
Result<> write_desk_keys(const std::filesystem::path& file, const DeskKeys& keys);
Result<DeskKeys> read_desk_keys(const std::filesystem::path& file);

}
