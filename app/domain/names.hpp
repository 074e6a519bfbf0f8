// Finding a person by the letters of a name, and what a name may be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace refectory {

inline constexpr std::size_t longest_name = 60;  // code points
inline constexpr std::size_t fewest_search_letters = 3;
inline constexpr std::size_t most_found = 4;

// What is compared: lower case, accents taken off the Latin letters, titles and punctuation dropped, single spaces.
std::string search_key(std::string_view name);
// The words of a sentence, of a place, each as it is compared: marks part them, but for an apostrophe.
std::vector<std::string> words_of(std::string_view text);
// Whether what was typed begins the name or one of its later words.
bool name_matches(std::string_view name_key, std::string_view typed_key);
std::size_t letters_in(std::string_view typed_key);

// The name as it is kept: without blanks at its ends or doubled within, without control characters.
std::string tidy_name(std::string_view typed);
std::size_t code_points(std::string_view text);
// "Priya Raman" gives "PR", "Dr Amara Okafor" gives "AO".
std::string initials(std::string_view name);
// How somebody is greeted: "Dr Okafor" for "Dr Amara Okafor", the first name otherwise.
std::string greeting_name(std::string_view name);

}
