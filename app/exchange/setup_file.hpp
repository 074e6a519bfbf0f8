// A kiosk's set-up: who it is, its own keys, the desk it believes, and its first programme, sealed with six words
// (exchange/word_sealed_file.hpp). Inside: a line of JSON, and behind it the programme as a sealed file of its own.
#pragma once

#include "domain/result.hpp"
#include "store/kiosk_identity.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace refectory {

struct KioskSetup {
    KioskIdentity identity;
    std::optional<Bytes> programme;  // a sealed programme file, as seal_programme() makes it
};

inline constexpr std::size_t largest_setup_file = 16 * 1024 * 1024;  // of what is inside

// refectory-setup-MC-ADULTS.sealed
std::string setup_file_name(std::string_view kiosk);

struct FoundSetup {
    std::filesystem::path file;
    std::string kiosk;  // by its name, which nobody has vouched for
};
// The set-up files at the top of the folder and in the folders that stand there, by their kiosks; links are not followed. Of
// copies of one file one is told; but for these nothing is opened.
std::vector<FoundSetup> find_setups(const std::filesystem::path& folder);

Result<> write_setup(const KioskSetup& setup, const std::filesystem::path& file, std::span<const std::string> words,
                     const Entropy& entropy);
// The words as they were typed: tidied here, and each may be its first four letters.
Result<KioskSetup> read_setup(const std::filesystem::path& file, std::string_view words);

}
