// The theme's colours as ImGui packs them. For the widgets' sources only.
#pragma once

#include "kiosk/widgets/theme.hpp"

#include <imgui.h>

namespace refectory::ui {

constexpr ImU32 packed(Colour colour)
{
    return IM_COL32(colour.red, colour.green, colour.blue, colour.alpha);
}

}
