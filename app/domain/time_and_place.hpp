// When and where an activity is, and whether that is another time or place than somebody has read.
#pragma once

#include "domain/programme.hpp"

namespace refectory {

struct TimeAndPlace {
    Instant starts;
    std::string place, place_detail;
    friend bool operator==(const TimeAndPlace&, const TimeAndPlace&) = default;
};

TimeAndPlace time_and_place_of(const Activity& activity);
// By the words, whatever their case and marks. Words that are only added to the detail, or left out there, make no other place.
bool is_elsewhere(const TimeAndPlace& one, const TimeAndPlace& other);

}
