// Tells a USB scanner, which types as a keyboard, from a person who types. It takes the keys by their place (evdev codes) and
// reads them with a US table of its own, so that the machine's layout and Caps Lock do not matter.
// It decides nothing about what was scanned.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace refectory::platform {

struct KeyPress {
    int code = 0;  // evdev
    bool shift = false;
    std::chrono::milliseconds at{};  // monotonic, when it was read
    std::chrono::milliseconds waited{};  // the same by a clock that stands while nobody looks at the keys
};

struct Scanned { std::string text; };   // capitals
struct Typed { std::string text; };     // by hand
struct Erased {};
using ScannerEvent = std::variant<Scanned, Typed, Erased>;

class Scanner {
public:
    static constexpr std::chrono::milliseconds longest_gap{50};
    static constexpr std::size_t fewest_characters = 8, most_characters = 512;
    static constexpr std::chrono::milliseconds repeats_within{2000};

    // Keys are held back until it is clear what they are: at most for one gap, by the clock that stands while nobody looks.
    std::vector<ScannerEvent> press(const KeyPress& key);
    std::vector<ScannerEvent> flush(std::chrono::milliseconds waited);
    std::optional<std::chrono::milliseconds> deadline() const;  // when flush has something to say

private:
    std::vector<ScannerEvent> finish();

    std::string burst_;
    std::string as_typed_;
    std::chrono::milliseconds last_key_{};  // by that clock
    std::chrono::milliseconds last_key_at_{};
    std::string last_scan_;
    std::optional<std::chrono::milliseconds> last_scan_at_;
};

}
