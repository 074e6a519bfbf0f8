// The passes that the desk made, by their numbers. The signed text of a pass is not kept: whoever has it holds the pass.
#pragma once

#include "domain/pass.hpp"
#include "store/database.hpp"

#include <optional>
#include <vector>

namespace refectory {

class Passes {
public:
    explicit Passes(Database& database) : database_(database) {}

    // Numbered behind the newest, and after a backup was put back behind those that may have been made since.
    Result<Pass> add(PersonId person, Date from, Date until, Instant now);
    // With these very dates and not withdrawn: the newest of several.
    std::optional<Pass> find(PersonId person, Date from, Date until);
    // Refuses a number that was never given; after a backup was put back, those that may have been given since are not. A second time
    // changes nothing.
    Result<> withdraw(PassNumber pass, Instant now);
    Result<> withdraw_all(Instant now);
    std::vector<PassNumber> withdrawn();
    Result<> skip_numbers();

private:
    Database& database_;
};

}
