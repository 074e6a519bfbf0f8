// What a folder holds of the desk's programmes for one kiosk, read: those that can be used, and why each of the others cannot.
#pragma once

#include "domain/programme.hpp"
#include "domain/result.hpp"
#include "exchange/found_files.hpp"
#include "store/kiosk_identity.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace refectory {

struct RefusedProgramme {
    std::optional<std::int64_t> serial;  // by the file's name, which nobody has vouched for; none where it could not be seen what there is
    Error why;
};

struct FoundProgrammes {
    std::vector<Programme> good;            // sealed to this kiosk and signed by its desk; the newest first
    std::vector<RefusedProgramme> refused;  // named for this kiosk and of no use; the highest serial in a name first
    bool holds_other_kiosks = false;        // there are some that are named for others
};

FoundProgrammes read_programmes(const std::filesystem::path& folder, const KioskIdentity& identity, const GoesOn& goes_on = always);

}
