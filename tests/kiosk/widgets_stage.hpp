// What the widgets' tests share: a page without a window, and a person to tap it.
#pragma once

#include "kiosk/pilot.hpp"
#include "kiosk/widgets/headless.hpp"

#include <imgui.h>

#include <functional>
#include <memory>
#include <utility>

namespace refectory::test {

// The sizes that pages must work at: as drawn, larger, lower and upright.
inline constexpr std::pair<float, float> glasses[] = {{1280, 800}, {1920, 1080}, {1024, 600}, {800, 1280}};

struct Stage {
    explicit Stage(std::function<void(ui::Page&)> draws, float width = 1280, float height = 800)
        : context(ui::Context::create().value()), frames(*context, width, height), draw(std::move(draws)),
          pilot([this] { frames.frame(draw); }, frames.transcript(), [this] { return frames.scale(); })
    {
        frames.frame(draw);
    }

    void touch(ui::Point where, bool down)
    {
        auto& io = ImGui::GetIO();
        io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
        io.AddMousePosEvent(where.x * frames.scale(), where.y * frames.scale());
        frames.frame(draw);
        io.AddMouseButtonEvent(0, down);
        frames.frame(draw);
    }

    const std::vector<ui::Element>& elements() const { return frames.transcript().elements(); }

    std::unique_ptr<ui::Context> context;
    ui::Headless frames;
    std::function<void(ui::Page&)> draw;
    Pilot pilot;
};

}
