// What a kiosk does with the desk's files: it is set up by one, and takes newer programmes over. Each is all or nothing, and each
// refusal is one sentence. It finds no files and asks nobody.
#pragma once

#include "domain/programme.hpp"
#include "exchange/stick_round.hpp"
#include "store/kiosk_store.hpp"

#include <filesystem>
#include <span>
#include <string_view>

namespace refectory {

// Once. The words as they were typed. A set-up without a programme leaves the kiosk waiting for its first.
Result<> set_up_from(KioskStore& store, const std::filesystem::path& file, std::string_view words, Instant now);

// Refuses what is not sealed to this kiosk and signed by its desk, damaged, or not newer than what runs here. A programme that tells of
// new keys of the desk's, in the name of its recovery key, is signed with those, and they are kept with it.
Result<ProgrammeHeader> import_programme(KioskStore& store, const std::filesystem::path& file, Instant now, ClockTrust trust);
// What was found on a stick: the first that is newer than what runs here and is not refused. Nothing where nothing there is newer.
std::optional<Result<ProgrammeHeader>> apply_first_newer(KioskStore& store, const FoundProgrammes& found, Instant now, ClockTrust trust);
// The first of them that is not refused, for a name promises nothing; where all are, the first one's sentence.
Result<ProgrammeHeader> import_first_good(KioskStore& store, std::span<const std::filesystem::path> files, Instant now, ClockTrust trust);

}
