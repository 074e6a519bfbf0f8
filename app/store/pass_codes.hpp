// The eight letters on a pass, for where it cannot be scanned. The desk keeps them in clear, for it prints them; the kiosks get
// the hashes alone. A pass keeps its letters for as long as it is good.
#pragma once

#include "domain/programme.hpp"
#include "store/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace refectory {

class PassCodes {
public:
    explicit PassCodes(Database& database) : database_(database) {}

    // Makes them where the pass has none yet.
    Result<std::string> letters_of(PassNumber pass, const Entropy& entropy);
    // Of passes that end on that day or later, withdrawn ones too: a kiosk can say why it takes one no more.
    std::vector<PassCode> ending_from(Date day);

private:
    std::optional<std::string> find(PassNumber pass);
    Database& database_;
};

}
