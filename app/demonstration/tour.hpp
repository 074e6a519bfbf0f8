// Walks the real pages as people would, and has a picture taken of each step.
#pragma once

#include "kiosk/kiosk.hpp"
#include "kiosk/pilot.hpp"

namespace refectory {

struct TourHands {
    std::function<Result<>(std::string_view name)> take_picture;
    // Shows the pass's picture to the scanner; false where it could not be read.
    std::function<bool()> show_pass;
    std::function<void(milliseconds)> let_time_pass;
    std::function<void()> put_stick_in;    // with the kiosk's set-up file on it
    std::function<void()> take_stick_out;
    std::vector<std::string> set_up_words;
    std::function<Result<>()> carry_to_the_desk;  // and back: the desk collects what is on the stick and publishes to it
};

// Fails at the first step whose page does not say what it should, with what it says instead.
Result<> take_tour(Pilot& pilot, const TourHands& hands);

}
