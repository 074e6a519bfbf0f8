// The serials of what the desk published: one for all kiosks of one publish. They only go up, and none is used twice, for a kiosk
// that runs one of them refuses another of the same number.
#pragma once

#include "domain/ids.hpp"
#include "domain/instant.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>

namespace refectory {

class Publications {
public:
    explicit Publications(Database& database) : database_(database) {}

    // On disk before the first file that bears it is written.
    Result<std::int64_t> take_serial(Instant now);
    // A backup was put back: what was published after it is not known here, and what follows is newer by its number as well.
    Result<> skip_serials(Instant now);
    // Where that one is there already, by another desk, so that what follows is newer by its number.
    Result<> pass_serial(std::int64_t serial, Instant now);
    Result<> completed(std::int64_t serial);   // the files for all kiosks stand
    Result<> told(std::int64_t serial);        // and the coordinator has read what was decided, and why
    std::optional<std::int64_t> newest_complete();  // the first programme of one new kiosk is none
    // What the desk recorded from here on was decided by publications that nobody has read of: the last, or some that did not come to their
    // end. Nothing where each was read.
    std::optional<std::int64_t> first_fact_not_told(const Origin& desk);
    // The coordinator's folder that the newest publication was made from; empty where there was none.
    Result<> remember_folder(const std::filesystem::path& folder);
    std::filesystem::path folder();

private:
    Database& database_;
};

}
