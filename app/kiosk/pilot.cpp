#include "kiosk/pilot.hpp"

#include <imgui.h>

#include <algorithm>

namespace refectory {

namespace {
constexpr int most_frames = 30;
}

Pilot::Pilot(std::function<void()> frame, const ui::Transcript& transcript, std::function<float()> scale)
    : frame_(std::move(frame)), transcript_(transcript), scale_(std::move(scale))
{
}

void Pilot::settle()
{
    auto before = transcript_.elements();
    frame_();
    for (int i = 0; i < most_frames; ++i) {
        const auto now = transcript_.elements();
        frame_();
        if (now == before && transcript_.elements() == now) return;
        before = transcript_.elements();
    }
}

bool Pilot::tap_at(ui::Point where)
{
    auto& io = ImGui::GetIO();
    const float scale = scale_();
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    io.AddMousePosEvent(where.x * scale, where.y * scale);
    frame_();
    io.AddMouseButtonEvent(0, true);
    frame_();
    io.AddMouseButtonEvent(0, false);
    frame_();
    settle();
    return true;
}

bool Pilot::tap(std::string_view words)
{
    const auto* element = transcript_.find_to_tap(words);
    return element != nullptr && tap_at(element->where.centre());
}

bool Pilot::hold(std::string_view words, const std::function<void()>& meanwhile)
{
    const auto* element = transcript_.find_to_tap(words);
    if (element == nullptr) return false;
    auto& io = ImGui::GetIO();
    const auto where = element->where.centre();
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    io.AddMousePosEvent(where.x * scale_(), where.y * scale_());
    frame_();
    io.AddMouseButtonEvent(0, true);
    frame_();
    meanwhile();
    frame_();
    io.AddMouseButtonEvent(0, false);
    frame_();
    settle();
    return true;
}

bool Pilot::wait_for(std::string_view words, int frames, const std::function<void()>& between)
{
    for (int i = 0; i < frames; ++i) {
        if (transcript_.shows(words)) return true;
        between();
        frame_();
    }
    return transcript_.shows(words);
}

bool Pilot::press_key(std::string_view label)
{
    const auto* key = transcript_.find_key(label);
    return key != nullptr && tap_at(key->where.centre());
}

bool Pilot::type_one(std::string_view character)
{
    if (character == " ") return press_key("space");
    if (press_key(character)) return true;
    // Not on this layer: with the other case, then on each of the other layers.
    if (press_key("Shift") && press_key(character)) return true;
    for (const auto* layer : {"123", "ABC", "é à ö", "abc"}) {
        if (!press_key(layer)) continue;
        if (press_key(character)) return true;
        if (press_key("Shift") && press_key(character)) return true;
    }
    return false;
}

bool Pilot::type(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) ++end;
        if (!type_one(text.substr(at, end - at))) return false;
        at = end;
    }
    return true;
}

}
