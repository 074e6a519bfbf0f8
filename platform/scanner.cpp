#include "platform/scanner.hpp"

#include <array>
#include <utility>

namespace refectory::platform {

namespace {

constexpr int key_backspace = 14, key_tab = 15, key_enter = 28, key_keypad_enter = 96;

// The characters of a US keyboard by evdev code (linux/input-event-codes.h), plain and with shift.
struct Keys { int first; const char* plain; const char* shifted; };
constexpr std::array<Keys, 6> us_keys{{{2, "1234567890-=", "!@#$%^&*()_+"},
                                       {16, "qwertyuiop[]", "QWERTYUIOP{}"},
                                       {30, "asdfghjkl;'`", "ASDFGHJKL:\"~"},
                                       {43, "\\zxcvbnm,./", "|ZXCVBNM<>?"},
                                       {57, " ", " "},
                                       {71, "789-456+1230.", "789-456+1230."}}};

char character_of(const KeyPress& key)
{
    for (const auto& keys : us_keys) {
        const std::string_view line = key.shift ? keys.shifted : keys.plain;
        const int index = key.code - keys.first;
        if (index >= 0 && index < static_cast<int>(line.size())) return line[static_cast<std::size_t>(index)];
    }
    return 0;
}

char capital(char character)
{
    return character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A') : character;
}

}

std::vector<ScannerEvent> Scanner::press(const KeyPress& key)
{
    auto events = flush(key.waited);
    const bool ends = key.code == key_enter || key.code == key_keypad_enter || key.code == key_tab;
    if (ends) {
        for (auto& event : finish()) events.push_back(std::move(event));
        return events;
    }
    if (key.code == key_backspace) {
        for (auto& event : finish()) events.push_back(std::move(event));
        events.emplace_back(Erased{});
        return events;
    }
    const char character = character_of(key);
    last_key_ = key.waited;
    last_key_at_ = key.at;
    if (character == 0) return events;
    if (burst_.size() < most_characters) {
        burst_ += capital(character);
        as_typed_ += character;
    }
    return events;
}

std::vector<ScannerEvent> Scanner::flush(std::chrono::milliseconds waited)
{
    if (burst_.empty() || waited - last_key_ <= longest_gap) return {};
    return finish();
}

std::optional<std::chrono::milliseconds> Scanner::deadline() const
{
    if (burst_.empty()) return std::nullopt;
    return last_key_ + longest_gap + std::chrono::milliseconds{1};
}

// No hand types eight characters without a gap, so such a burst is a scan, ours or not.
std::vector<ScannerEvent> Scanner::finish()
{
    auto burst = std::exchange(burst_, {});
    auto typed = std::exchange(as_typed_, {});
    if (burst.empty()) return {};
    if (burst.size() < fewest_characters) return {Typed{std::move(typed)}};
    const bool repeat = burst == last_scan_ && last_scan_at_ && last_key_at_ - *last_scan_at_ < repeats_within;
    if (repeat) return {};
    last_scan_ = burst;
    last_scan_at_ = last_key_at_;
    return {Scanned{std::move(burst)}};
}

}
