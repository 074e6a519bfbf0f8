// The demonstration's kiosk, in front of nobody: its pages over a database in a folder of its own, at 11:52am on Tuesday 24 November
// 2026. It has no window; where the program's own is to be tapped is read off these pages.
#pragma once

#include "demonstration/demonstration.hpp"
#include "kiosk/pilot.hpp"
#include "kiosk/stage.hpp"
#include "platform/offscreen.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

namespace refectory::bench {

inline constexpr std::string_view kiosk_starts_at = "2026-11-24T11:52";  // as the program's --now wants it

// A kiosk as it stands after its first start, set up and with its PIN chosen: `folder`/data is what the program needs.
Result<Demonstration> set_kiosk_up(const std::filesystem::path& folder);

enum class Drawn { nowhere, by_the_processor };

class KioskHere {
public:
    static Result<std::unique_ptr<KioskHere>> create(const std::filesystem::path& folder, Drawn drawn = Drawn::nowhere);
    ~KioskHere();

    Pilot& pilot() { return pilot_; }
    const ui::Transcript& page() const { return stage_.transcript(); }
    void let_pass(milliseconds time);
    void scan_pass();
    void draw();  // the page, into a picture that nobody sees

private:
    KioskHere(std::unique_ptr<KioskStore> store, Demonstration demonstration, std::unique_ptr<ui::Context> context, Drawn drawn);
    void frame();

    ClockReading now_;
    std::unique_ptr<KioskStore> store_;
    Demonstration demonstration_;
    std::unique_ptr<ui::Context> context_;
    std::optional<platform::Offscreen> glass_;
    Kiosk kiosk_;
    Stage stage_;
    Pilot pilot_;
};

}
