// What the kiosk is told of the machine that it runs on, and what it may ask of it. What is not there is empty.
#pragma once

#include "domain/instant.hpp"
#include "domain/result.hpp"

#include <functional>
#include <optional>
#include <string>

namespace refectory {

struct Machine {
    std::string version;                         // of this program
    std::function<Result<>(Instant)> set_clock;  // fails with a sentence that says what to do instead
    std::string run;                             // another each time that the machine is started
    std::optional<Instant> scanner_heard;        // since this program was started
};

}
