// Stands in for a person in front of the glass: taps what it can read, types on the drawn keyboard, reads what it sees.
// Tests and the tour use it; it knows only the transcript and ImGui's input.
#pragma once

#include "kiosk/widgets/transcript.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace refectory {

class Pilot {
public:
    // `frame` draws one whole frame and fills the transcript; `scale` gives pixels per logical unit.
    Pilot(std::function<void()> frame, const ui::Transcript& transcript, std::function<float()> scale);

    // False where nothing with these words can be tapped.
    bool tap(std::string_view words);
    bool tap_at(ui::Point where);
    // Holds a finger on it while something goes on, and lifts it.
    bool hold(std::string_view words, const std::function<void()>& meanwhile);
    // Draws until the words are shown or so many frames have passed; for what a worker is busy with.
    bool wait_for(std::string_view words, int frames, const std::function<void()>& between);
    // Key by key, with shift and the layers; false at the first character that no key has.
    bool type(std::string_view text);
    bool shows(std::string_view words) const { return transcript_.shows(words); }
    std::string reads() const { return transcript_.text(); }
    // Draws until the page is the same twice.
    void settle();

private:
    bool press_key(std::string_view label);
    bool type_one(std::string_view character);

    std::function<void()> frame_;
    const ui::Transcript& transcript_;
    std::function<float()> scale_;
};

}
