// Takes parcels into the desk's database: each in one transaction, streamed, all of it or nothing. A parcel that is refused
// holds up no other. Links are not followed, but for one to a folder that was named itself, and in a folder nothing is opened but what
// is named as a parcel is, or was before it was copied.
#pragma once

#include "exchange/parcel.hpp"
#include "store/collection.hpp"

#include <functional>
#include <span>
#include <variant>

namespace refectory {

// What became of one file.
struct ParcelTaken {
    ParcelHeader header;
    Merged merged;
};
struct ParcelKnown {};  // there was nothing in it that was not here
struct ParcelRefused {
    std::string sentence;
    bool is_known = false;  // this very file was refused before, for the same reason
};
struct CollectedFile {
    std::filesystem::path file;
    std::variant<ParcelTaken, ParcelKnown, ParcelRefused> outcome;
};

struct CollectReport {
    std::vector<CollectedFile> files;  // in the order in which they were opened
    // Names were emptied, but stand in the file's spare pages until it can be rewritten: something else reads it.
    bool spare_pages_wait = false;
};

// Before each file, which one of how many it is.
using OnParcel = std::function<void(std::size_t number, std::size_t count)>;

// Files, and folders, where parcels are looked for at the root and one folder down, in the order of their names.
Result<CollectReport> collect(Database& desk, const std::string& age_identities, const FindKey& find_key,
                              std::span<const std::filesystem::path> paths, Instant now, const OnParcel& on_parcel = {});

// A file's name as it can be shown: whoever named it may have put in what is no text, or what a terminal would act on.
std::string shown_name(const std::filesystem::path& file);

// What a path leads to: itself where it is a file, but for a programme, which is on its way to a kiosk; and what cannot be looked into.
struct ParcelsThere {
    std::vector<std::filesystem::path> files;
    std::vector<CollectedFile> refused;
};
ParcelsThere find_parcels(const std::filesystem::path& path);
// Where the rows of a parcel go.
ParcelSink sink_into(Collection& collection);
ParcelRecord record_of(const ParcelHeader& header, const Digest& sum, Instant now);

}
