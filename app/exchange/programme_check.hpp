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

bool is_activity_id(std::string_view text);
bool is_kiosk_code(std::string_view text);  // 1 to 24 of A to Z, 0 to 9 and hyphen
bool is_origin(std::string_view text);      // a code, a full stop, and a suffix
bool is_utf8(std::string_view text);

}
