// Distinct types for what would otherwise be bare numbers and texts, so that one cannot be passed for another.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace refectory {

template <class Tag, class Value>
struct Id {
    Value value{};
    friend auto operator<=>(const Id&, const Id&) = default;
};

// No count or number of ours comes near: what is added to it stays a number, and every reader of JSON has it exactly.
inline constexpr std::int64_t largest_number = (std::int64_t{1} << 53) - 1;

// The desk numbers the people of its programmes from 1 up; a person added at a kiosk gets a random number
// from 2^32 on, so that two kiosks that cannot talk do not choose the same, of at most 15 digits: a spreadsheet program makes zeros of
// those behind. Earlier kiosks gave longer ones.
using PersonId = Id<struct PersonTag, std::int64_t>;
inline constexpr std::int64_t first_added_person = std::int64_t{1} << 32;
inline constexpr std::int64_t last_added_person = largest_number, last_number_given = 999'999'999'999'999;

// The short reference that the coordinator gives an activity: 1 to 24 of A to Z, 0 to 9 and hyphen.
using ActivityId = Id<struct ActivityTag, std::string>;

using PassNumber = Id<struct PassTag, std::uint32_t>;
using ObjectiveNumber = Id<struct ObjectiveTag, std::int64_t>;

// Where facts are recorded: a kiosk's code and a random suffix, as in MC-ADULTS.7QK2.
using Origin = Id<struct OriginTag, std::string>;

// A fact's own key; `seq` counts from 1 without gaps within an origin.
struct FactKey {
    Origin origin;
    std::int64_t seq = 0;
    friend auto operator<=>(const FactKey&, const FactKey&) = default;
};

// What comes from outside may be called an id only in these forms; they are safe to show, to name a file by and to put into a list.
bool is_activity_id(std::string_view text);
bool is_kiosk_code(std::string_view text);  // 1 to 24 of A to Z, 0 to 9 and hyphen
bool is_origin(std::string_view text);      // a code, a full stop, and a suffix of up to 8 of A to Z and 0 to 9

}
