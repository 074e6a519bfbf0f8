// What a kiosk takes over from the desk's files.
#pragma once

#include "store/kiosk_store.hpp"

namespace refectory {

Result<> set_up_from(KioskStore& store, const std::filesystem::path& file, std::string_view words, Instant now);
Result<ProgrammeHeader> import_programme(KioskStore& store, const std::filesystem::path& file, Instant now, ClockTrust trust);

}
