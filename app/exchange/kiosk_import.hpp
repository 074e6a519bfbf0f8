// What a kiosk does with the desk's files: it is set up by one, and takes newer programmes over. Each is all or nothing, and each
// refusal is one sentence. It finds no files and asks nobody.
#pragma once

#include "domain/programme.hpp"
#include "exchange/found_programmes.hpp"
#include "store/kiosk_store.hpp"

#include <filesystem>
#include <string_view>

namespace refectory {

// Once. The words as they were typed. A set-up without a programme leaves the kiosk waiting for its first.
Result<> set_up_from(KioskStore& store, const std::filesystem::path& file, std::string_view words, Instant now);

struct BroughtProgramme {
    std::optional<ProgrammeHeader> applied;  // it runs now
    std::vector<RefusedProgramme> refused;   // by its name or by what it says newer than what runs now, and not taken all the same
    // Where nothing newer was there, why what was there is not taken. Nothing where that runs here already, and where there was nothing.
    std::optional<Error> none_newer;
};

// Of what was found, the first that is newer than what runs here and is not refused takes its place. A programme that tells of new keys
// of the desk's, in the name of its recovery key, is signed with those, and they are kept with it.
BroughtProgramme apply_first_newer(KioskStore& store, const FoundProgrammes& found, Instant now, ClockTrust trust);

}
