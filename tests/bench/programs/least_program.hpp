// The one button of the least programs, in pixels. They share nothing else, so that each is the least there can be.
#pragma once

namespace refectory::bench {

inline constexpr int button_x = 82, button_y = 216, button_width = 500, button_height = 110;
inline constexpr int window_width = 1280, window_height = 800;

}
