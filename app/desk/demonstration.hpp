// A kiosk that can be tried at once: its programme is read and checked as any coordinator's folder is, and its dates are about
// today. The desk behind it is made for the demonstration alone.
#pragma once

#include "desk/programme_folder.hpp"
#include "domain/pass.hpp"
#include "store/kiosk_store.hpp"

namespace refectory {

struct Demonstration {
    std::string pass;        // of the academic who is expected today
    std::string visit_code;  // of the same, for who comes without it
};

// Sets the kiosk up where it is not, and brings it a programme for today that is newer than the one it has. `folder` holds the
// demonstration's desk: its key, and the pass.
Result<Demonstration> demonstrate(KioskStore& store, const std::filesystem::path& programme, const std::filesystem::path& folder,
                                  Instant now, const Entropy& entropy);

std::string words_of(const std::vector<Fault>& faults);  // a line each: file:line: column: sentence

}
