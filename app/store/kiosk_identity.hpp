// What a kiosk was set up with: who it is, its own keys, and the one desk that it believes.
#pragma once

#include "domain/ids.hpp"
#include "domain/key_statement.hpp"
#include "domain/signature.hpp"

#include <string>

namespace refectory {

struct KioskIdentity {
    std::string code;  // MC-ADULTS
    std::string team, organisation, site;
    KeyPair signing;
    std::string age_identity, age_recipient;
    PublicKey desk_key{};
    std::string desk_recipient;
    Origin desk;
    Recovery recovery{};
};

}
