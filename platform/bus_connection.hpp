// A connection to the system bus that is there within a given time, or not at all: one that accepts and never answers would keep
// whoever waits for it for a minute and a half. Whatever is asked over it without a time of its own has that long as well.
#pragma once

#include <chrono>
#include <memory>

struct sd_bus;

namespace refectory::platform {

struct CloseBus {
    void operator()(sd_bus* bus) const;
};
using BusConnection = std::unique_ptr<sd_bus, CloseBus>;

// Nothing where there is no bus, or it does not answer.
BusConnection open_system_bus(std::chrono::microseconds patience);

}
