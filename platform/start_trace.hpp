// What the start takes, step by step, for whoever asks why a kiosk is slow to come up. It begins with the program's own first
// instruction; before that stands what loading the program took.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace refectory::platform {

class StartTrace {
public:
    StartTrace();

    // The step that ends now.
    void reached(std::string_view step);
    // A line a step: when it ended, and how long it took, in milliseconds since the program began to be loaded.
    std::string words() const;

private:
    using Time = std::chrono::nanoseconds;
    struct Step { std::string name; Time ended; };
    Time began_;
    std::vector<Step> steps_;
};

}
