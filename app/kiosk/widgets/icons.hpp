// The Material icons that the pages use, always beside words. Code points are those of Debian's
// fonts-material-design-icons-iconfont 6.7.
#pragma once

#include <cstdint>

namespace refectory::ui {

// The font has its icons from U+E000 on. Dear ImGui keeps a table up to the highest character of each size, a third of a megabyte
// with those, so that it is asked for them from U+0800 on.
inline constexpr std::uint32_t icons_are_lowered_by = 0xD800;

// One character's text, as it is asked for: from U+0800 on UTF-8 has three bytes.
class Icon {
public:
    explicit consteval Icon(std::uint32_t in_font)
    {
        const auto lowered = in_font - icons_are_lowered_by;
        text_[0] = static_cast<char>(0xE0U | lowered >> 12);
        text_[1] = static_cast<char>(0x80U | (lowered >> 6 & 0x3FU));
        text_[2] = static_cast<char>(0x80U | (lowered & 0x3FU));
    }
    constexpr operator const char*() const { return text_; }

private:
    char text_[4] = {};
};

namespace icons {

inline constexpr Icon restaurant{0xE56C};
inline constexpr Icon qr_code{0xF206};
inline constexpr Icon school{0xE80C};
inline constexpr Icon groups{0xF233};
inline constexpr Icon search{0xE8B6};
inline constexpr Icon arrow_forward{0xE5C8};
inline constexpr Icon arrow_back{0xE5C4};
inline constexpr Icon arrow_upward{0xE5D8};
inline constexpr Icon chevron_right{0xE5CC};
inline constexpr Icon schedule{0xE8B5};
inline constexpr Icon place{0xE55F};
inline constexpr Icon voice{0xE91F};
inline constexpr Icon questions{0xE8AF};
inline constexpr Icon sign_up{0xE614};
inline constexpr Icon chat{0xE0CB};
inline constexpr Icon person{0xE7FD};
inline constexpr Icon person_add{0xE7FE};
inline constexpr Icon check{0xE5CA};
inline constexpr Icon backspace{0xE14A};
inline constexpr Icon dialpad{0xE0BC};
inline constexpr Icon log_in{0xEA77};
inline constexpr Icon log_out{0xE9BA};
inline constexpr Icon lock{0xE897};
inline constexpr Icon lock_open{0xE898};
inline constexpr Icon edit{0xE3C9};
inline constexpr Icon usb{0xE1E0};
inline constexpr Icon verified{0xEF76};
inline constexpr Icon note{0xE616};
inline constexpr Icon calendar{0xE878};
inline constexpr Icon erase{0xE872};
inline constexpr Icon block{0xE14B};
inline constexpr Icon present{0xE174};
inline constexpr Icon info{0xE88E};
inline constexpr Icon warning{0xE002};
inline constexpr Icon hours{0xE422};
inline constexpr Icon undo{0xE166};
inline constexpr Icon send{0xE163};
inline constexpr Icon disk{0xE1DB};
inline constexpr Icon backup{0xE864};
inline constexpr Icon smile{0xE0ED};
// The four faces, from the best to the worst.
inline constexpr Icon faces[4] = {Icon{0xE815}, Icon{0xE813}, Icon{0xE811}, Icon{0xE814}};

}

}
