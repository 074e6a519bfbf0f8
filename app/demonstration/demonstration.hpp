// A kiosk that can be tried at once. Its desk, its set-up file and its programmes are real ones, made as any desk makes them; the
// programme's dates are about today, and the desk serves this one kiosk alone.
#pragma once

#include "domain/instant.hpp"
#include "store/kiosk_store.hpp"

namespace refectory {

struct Demonstration {
    std::string pass;        // of the academic who is expected today
    std::string pass_letters;
    std::string visit_code;  // of the same, for who comes without it
};

// Sets the kiosk up where it is not, and brings it a programme for today that is newer than the one it has. `folder` holds the
// demonstration's desk, which begins anew with each kiosk that is set up.
Result<Demonstration> demonstrate(KioskStore& store, const std::filesystem::path& programme, const std::filesystem::path& folder,
                                  Instant now, const Entropy& entropy);

// A kiosk that is still to be set up: its file stands on the stick, and the six words are here.
struct DemonstrationStick {
    std::string pass;
    std::vector<std::string> words;
};
Result<DemonstrationStick> begin_demonstration(const std::filesystem::path& programme, const std::filesystem::path& folder,
                                               const std::filesystem::path& stick, Instant now, const Entropy& entropy);

// Its desk goes one round: it takes in what is on the stick, and publishes to it.
Result<> go_round_at_demonstration_desk(const std::filesystem::path& folder, const std::filesystem::path& programme, const std::filesystem::path& stick,
                                        Instant now, const Entropy& entropy);

// Its desk takes in what is on the stick, all of it, and leaves a copy of its database.
Result<> collect_at_demonstration_desk(const std::filesystem::path& folder, const std::filesystem::path& stick,
                                       const std::filesystem::path& copy, Instant now, const Entropy& entropy);

}
