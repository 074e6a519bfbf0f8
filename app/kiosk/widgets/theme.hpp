// Colours, sizes and spaces: the one place that says how the kiosk looks. Contrasts beside the colours are those of WCAG 2.2.
#pragma once

#include <cstdint>

namespace refectory::ui {

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
    constexpr Colour faded(float by) const
    {
        return {red, green, blue, static_cast<std::uint8_t>(static_cast<float>(alpha) * by + 0.5F)};
    }
};

namespace theme {

inline constexpr Colour paper{0xF7, 0xF3, 0xEC};
inline constexpr Colour card{0xFF, 0xFF, 0xFF};
inline constexpr Colour ink{0x1D, 0x1B, 0x18};          // 15.5 on paper, 17.2 on a card
inline constexpr Colour second_ink{0x5A, 0x55, 0x4D};   // 6.7 on paper
inline constexpr Colour line{0xE3, 0xDC, 0xCF};         // decoration only
inline constexpr Colour tray{0xEA, 0xE2, 0xD3};         // below the keyboard
inline constexpr Colour quiet_key{0xF0, 0xE8, 0xDB};
inline constexpr Colour green{0x0E, 0x5A, 0x47};        // white on it 8.2
inline constexpr Colour green_shade{0x0A, 0x43, 0x35};
inline constexpr Colour green_tint{0xDD, 0xEB, 0xE4};
inline constexpr Colour amber{0xE9, 0xA1, 0x3B};
inline constexpr Colour amber_tint{0xFC, 0xEF, 0xD8};
inline constexpr Colour amber_ink{0x7A, 0x4A, 0x00};    // 6.6 on its tint
inline constexpr Colour clay{0xB8, 0x48, 0x2F};
inline constexpr Colour clay_tint{0xF8, 0xE4, 0xDC};
inline constexpr Colour clay_ink{0x8C, 0x33, 0x20};     // 6.6 on its tint
inline constexpr Colour blue_tint{0xE3, 0xEC, 0xF5};
inline constexpr Colour blue_ink{0x1F, 0x4B, 0x77};     // 7.5 on its tint
inline constexpr Colour focus{0xF6, 0xC6, 0x67};        // outside a ring of ink
inline constexpr Colour white{0xFF, 0xFF, 0xFF};
inline constexpr Colour black{0x00, 0x00, 0x00};

// The four faces, from the best to the worst: what they stand on, and what they are drawn in.
inline constexpr Colour face_tints[4] = {{0xCF, 0xE8, 0xDC}, {0xE5, 0xEF, 0xE2}, {0xFC, 0xE8, 0xD0}, {0xF5, 0xD9, 0xCF}};
inline constexpr Colour face_inks[4] = {{0x0A, 0x43, 0x35}, {0x2B, 0x5D, 0x2B}, {0x7A, 0x4A, 0x00}, {0x8C, 0x33, 0x20}};

inline constexpr float size_display = 58, size_title = 50, size_heading = 46, size_card_title = 34, size_way_in = 28;
inline constexpr float size_button = 26, size_lead = 25, size_body = 22, size_second = 20, size_small = 19;
inline constexpr float heading_line = 1.12F, body_line = 1.36F;
inline constexpr float natural_line = 1.21F;        // the height of a line of Inter, ascent to descent
inline constexpr float ascent = 0.969F;             // from the top of such a line to the foot of its letters
inline constexpr float heading_tightness = 0.018F;  // taken off between the letters of a heading

inline constexpr float edge = 40, gap = 24, inner = 34;
inline constexpr float card_radius = 24, button_radius = 18, key_radius = 12;
inline constexpr float button_height = 84;

}

}
