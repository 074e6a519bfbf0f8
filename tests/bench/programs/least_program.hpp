// The one page of the least programs, with its one button. They share nothing else, so that each is the least there can be.
#pragma once

#include <imgui.h>

#include <cstdlib>

namespace refectory::bench {

inline constexpr int button_x = 82, button_y = 216, button_width = 500, button_height = 110;  // pixels
inline constexpr int window_width = 1280, window_height = 800;

// Xlib's table of composed characters stays unread, as it does where our kiosk starts.
inline void read_no_composed_characters() { setenv("XCOMPOSEFILE", "/dev/null", 1); }

// From ImGui's NewFrame to its Render.
inline void build_page()
{
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({window_width, window_height});
    ImGui::Begin("The least program", nullptr, ImGuiWindowFlags_NoDecoration);
    ImGui::SetCursorPos({button_x, button_y});
    ImGui::Button("A button", {button_width, button_height});
    ImGui::End();
    ImGui::Render();
}

}
