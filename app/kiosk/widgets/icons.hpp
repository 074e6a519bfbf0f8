// The Material icons that the pages use, always beside words. Code points are those of Debian's
// fonts-material-design-icons-iconfont 6.7.
#pragma once

namespace refectory::ui::icons {

inline constexpr const char* restaurant = "\uE56C";
inline constexpr const char* qr_code = "\uF206";
inline constexpr const char* school = "\uE80C";
inline constexpr const char* groups = "\uF233";
inline constexpr const char* search = "\uE8B6";
inline constexpr const char* arrow_forward = "\uE5C8";
inline constexpr const char* arrow_back = "\uE5C4";
inline constexpr const char* arrow_upward = "\uE5D8";
inline constexpr const char* chevron_right = "\uE5CC";
inline constexpr const char* schedule = "\uE8B5";
inline constexpr const char* place = "\uE55F";
inline constexpr const char* voice = "\uE91F";
inline constexpr const char* questions = "\uE8AF";
inline constexpr const char* sign_up = "\uE614";
inline constexpr const char* chat = "\uE0CB";
inline constexpr const char* person = "\uE7FD";
inline constexpr const char* person_add = "\uE7FE";
inline constexpr const char* check = "\uE5CA";
inline constexpr const char* backspace = "\uE14A";
inline constexpr const char* dialpad = "\uE0BC";
inline constexpr const char* log_in = "\uEA77";
inline constexpr const char* log_out = "\uE9BA";
inline constexpr const char* lock = "\uE897";
inline constexpr const char* lock_open = "\uE898";
inline constexpr const char* edit = "\uE3C9";
inline constexpr const char* usb = "\uE1E0";
inline constexpr const char* verified = "\uEF76";
inline constexpr const char* note = "\uE616";
inline constexpr const char* calendar = "\uE878";
inline constexpr const char* erase = "\uE872";
inline constexpr const char* block = "\uE14B";
inline constexpr const char* present = "\uE174";
inline constexpr const char* info = "\uE88E";
inline constexpr const char* warning = "\uE002";
inline constexpr const char* hours = "\uE422";
inline constexpr const char* undo = "\uE166";
inline constexpr const char* send = "\uE163";
inline constexpr const char* disk = "\uE1DB";
inline constexpr const char* backup = "\uE864";
inline constexpr const char* smile = "\uE0ED";
// The four faces, from the best to the worst.
inline constexpr const char* faces[4] = {"\uE815", "\uE813", "\uE811", "\uE814"};

}
