// The kiosks that the desk set up. Their secret keys are never kept here.
#pragma once

#include "domain/instant.hpp"
#include "domain/signature.hpp"
#include "store/database.hpp"
#include "store/holdings.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace refectory {

struct KioskPlace {
    std::string code;  // MC-ADULTS
    std::string team, organisation, site;
};

struct KnownKiosk {
    KioskPlace place;
    PublicKey signing_key{};
    std::string recipient;
    Instant added_at;
    std::optional<Instant> retired_at = {};  // gone for good: nothing is published to it, and what it did not promise it does not hold
};

struct RetiredMachines {
    int machines = 0;
    std::set<Origin> origins;  // theirs
    HeldParcel newest;  // of the one that goes on
};

class KnownKiosks {
public:
    explicit KnownKiosks(Database& database) : database_(database) {}

    Result<> add(const KnownKiosk& kiosk);  // refuses a code that is there
    std::optional<KnownKiosk> find(const std::string& code);
    std::vector<KnownKiosk> all();  // by their codes, retired ones too
    Result<> retire(const std::string& code, Instant now);  // refuses a code that is not there, and a second time
    // Its set-up file was used again, or its disk ran in several computers or was put back more than once: only what was last heard of still
    // stands. Refuses where none is gone, or where it is not certain which was heard of last. What arrives of one that is gone after that
    // says that it stands still.
    Result<RetiredMachines> retire_other_machines(const std::string& code, Instant now);

private:
    Database& database_;
};

}
