// People of a simulated year: how they are called, so that any trace of a name is found in the bytes of a file.
#pragma once

#include "domain/ids.hpp"

#include <string>

namespace refectory::simulation {

inline constexpr int academics = 3, practitioners = 30;  // numbered from 1, the academics first

// Small letters only: what a kiosk looks names up in holds it just so.
inline std::string surname_of(PersonId person)
{
    std::string letters = "zq";
    for (auto [rest, places] = std::pair{person.value, 0}; places < 12; rest /= 26, ++places) letters += static_cast<char>('a' + rest % 26);
    return letters;
}
inline std::string name_of(PersonId person) { return "Ada " + surname_of(person); }

}
