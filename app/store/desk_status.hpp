// What a coordinator wants to know of each kiosk: when its last parcel came, whether its clock is right, what is missing, which
// programme it runs, what waits. It changes nothing.
#pragma once

#include "store/chair_book.hpp"
#include "store/desk_store.hpp"
#include "store/holdings.hpp"

namespace refectory {

// Facts that are not here, though later ones of their origin are.
struct Gap {
    Origin origin;
    std::int64_t from = 0, up_to = 0;  // the numbers that are missing, both included
    Instant after, before;             // of the facts around it, by the kiosk's clock

    bool operator==(const Gap&) const = default;
};

// A later origin of a kiosk's: its disk was put back to an earlier day, or runs in two machines, or it was set up a second time.
struct Restart {
    Origin origin;
    Instant at;  // by the kiosk's clock
    bool is_set_up_again = false;
    bool others_are_gone = false;  // of one that is set up again: it was said that no other machine of its kiosk stands
    bool is_one_of_several = false;  // histories of one disk, of which the kiosk may go on with any

    bool operator==(const Restart&) const = default;
};

// An origin that was continued twice: a disk was put back, or copied.
struct Fork {
    Origin origin;
    std::int64_t facts = 0;  // numbers under which more than one fact came

    bool operator==(const Fork&) const = default;
};

enum class ClockFinding { unknown, right, ahead, behind };

struct KioskStatus {
    KioskPlace place;
    std::optional<HeldParcel> newest_parcel;  // over all its origins
    ClockFinding clock = ClockFinding::unknown;
    milliseconds clock_is_off_by{};           // at least; of a clock that is ahead or behind
    std::optional<std::int64_t> programme;    // the newest of this desk that it has applied
    std::vector<Gap> gaps;
    std::vector<Fork> forks;
    std::vector<Restart> restarts;
    std::optional<Instant> retired_at = {};
};

struct ParcelAside {
    std::string name, reason;
    Instant seen_at;
};

struct DeskStatus {
    std::vector<KioskStatus> kiosks;
    std::optional<std::int64_t> newest_programme;
    std::vector<ParcelAside> aside;         // that were seen in the last 30 days
    WaitsForDecision chairs;
    std::int64_t people_waiting = 0;        // who they are, each counted once
    std::int64_t erasures_unconfirmed = 0;  // people whom not every kiosk has confirmed as erased
};

std::vector<Gap> gaps_of(Database& desk, const std::string& kiosk);
std::vector<Fork> forks_of(Database& desk, const std::string& kiosk);
std::vector<Restart> restarts_of(Database& desk, const std::string& kiosk);
DeskStatus status_of(DeskStore& store, Instant now);

// A file that was refused, until the same one is taken after all, or was not seen for 30 days. True where it was here for this reason
// before.
bool put_aside(Database& desk, const Digest& sha256, const ParcelAside& parcel);
void take_from_aside(Database& desk, const Digest& sha256);

}
