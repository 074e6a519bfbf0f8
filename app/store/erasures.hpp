// Who was erased, at a kiosk or at the desk, and which kiosks have confirmed it. Erasing empties what can be erased at once; the
// facts that remain say a number and no name.
#pragma once

#include "store/desk_store.hpp"

namespace refectory {

struct ErasureConfirmed {
    std::string kiosk;
    bool is_confirmed = false;  // each of its disks has applied a programme that names the person as erased, or erased the person itself
};

// Where the names stood until now: as long as something else reads the file, or the disk is full, it cannot be rewritten.
enum class SparePages { emptied, waiting };

class Erasures {
public:
    explicit Erasures(DeskStore& store) : store_(store) {}

    std::vector<PersonId> all();
    std::optional<Instant> when(PersonId person);
    // The numbers of one person, all or none: records it, empties names and words also in the file's spare pages, withdraws passes and
    // forgets the codes. The kiosks hear of it with their next programme. A second time empties what is there and records nothing.
    Result<SparePages> erase(std::span<const PersonId> numbers, Instant now);
    // Within the caller's transaction: this publication names everybody who is erased now.
    void published(const Origin& desk, std::int64_t serial);
    std::vector<ErasureConfirmed> confirmations(PersonId person);

private:
    void empty(std::span<const PersonId> numbers, Instant now);

    DeskStore& store_;
};

}
