// The kiosks that the desk set up. Their secret keys are never kept here.
#pragma once

#include "domain/instant.hpp"
#include "domain/signature.hpp"
#include "store/database.hpp"

#include <optional>
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
};

class KnownKiosks {
public:
    explicit KnownKiosks(Database& database) : database_(database) {}

    Result<> add(const KnownKiosk& kiosk);  // refuses a code that is there
    std::optional<KnownKiosk> find(const std::string& code);
    std::vector<KnownKiosk> all();  // by their codes

private:
    Database& database_;
};

}
