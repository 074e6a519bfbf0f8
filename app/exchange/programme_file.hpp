// A programme on its way from the desk to one kiosk: sealed to the kiosk, signed by the desk. Only what passes check() is
// written or read. Whether it is newer than what the kiosk runs is not decided here.
#pragma once

#include "domain/programme.hpp"
#include "domain/result.hpp"
#include "domain/signature.hpp"
#include "exchange/found_files.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace refectory {

inline constexpr std::string_view programme_format = "refectory-programme";  // and how the files' names begin

// refectory-programme-MC-ADULTS-000012.zip.age
std::string programme_file_name(const ProgrammeHeader& header);

struct FoundProgramme {
    std::filesystem::path file;
    std::int64_t serial = 0;  // by its name, which nobody has vouched for
};

struct ProgrammesOnStick {
    std::vector<FoundProgramme> files;  // the highest serial in a name first
    std::optional<Error> unread;        // where there may be more, for not all of the folder, or of one below it, could be looked at
    std::vector<std::int64_t> no_files;  // what has such a name and is a link or a device, by the serial in it
    bool holds_other_kiosks = false;    // by their names
};

// The files for that kiosk, in the folder and in those one below it; links are not followed, and nothing is opened. A folder below that
// is somebody else's is passed over: ext4 has one for itself.
ProgrammesOnStick find_programmes(const std::filesystem::path& folder, std::string_view kiosk, const GoesOn& goes_on = always);

struct WrittenProgramme {
    std::filesystem::path file;
    std::string fingerprint;  // the six words that the kiosk will show for it
};
// Nothing is overwritten.
Result<WrittenProgramme> write_programme(const Programme& programme, const std::filesystem::path& folder,
                                         const std::string& recipient, const SecretKey& desk_key);
// The same in memory, for the set-up file.
struct SealedProgramme {
    Bytes bytes;
    std::string fingerprint;
};
Result<SealedProgramme> seal_programme(const Programme& programme, const std::string& recipient, const SecretKey& desk_key);

// Signed by the key that is known, or by the one that a newer statement of the recovery key's names. Then it is in the header.
Result<Programme> read_programme(const std::filesystem::path& file, const std::string& identity, const PublicKey& desk_key,
                                 const Recovery& recovery = {});
Result<Programme> read_programme(ByteView sealed, const std::string& identity, const PublicKey& desk_key, const Recovery& recovery = {});

}
