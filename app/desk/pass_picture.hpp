// A pass as a picture for a phone: upright, its code as wide as the screen. It knows no desk and writes no file.
#pragma once

#include "desk/pass_card.hpp"

namespace refectory {

// As a PNG.
Result<std::string> draw_pass_picture(const PassCard& pass);

}
