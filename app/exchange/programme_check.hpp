// Whether a programme can be what it says: the desk checks before it publishes, the kiosk before it believes. It does not
// know whom the programme is for nor what came before it.
#pragma once

#include "domain/programme.hpp"
#include "domain/result.hpp"

namespace refectory {

inline constexpr std::size_t longest_programme_text = 4000;  // bytes
inline constexpr int most_programme_chairs = 1000;

// The first thing that is wrong, as a sentence.
Result<> check(const Programme& programme);

bool is_utf8(std::string_view text);

}
