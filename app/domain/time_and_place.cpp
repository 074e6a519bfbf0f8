#include "domain/time_and_place.hpp"

#include "domain/names.hpp"

namespace refectory {

namespace {

// In their order, perhaps with others between them.
bool has_all_words_of(const std::string& text, const std::string& other)
{
    const auto wanted = words_of(other);
    auto next = wanted.begin();
    for (const auto& word : words_of(text))
        if (next != wanted.end() && *next == word) ++next;
    return next == wanted.end();
}

}

TimeAndPlace time_and_place_of(const Activity& activity)
{
    return {activity.starts, activity.place, activity.place_detail};
}

bool is_elsewhere(const TimeAndPlace& one, const TimeAndPlace& other)
{
    if (one.starts != other.starts || words_of(one.place) != words_of(other.place)) return true;
    return !has_all_words_of(one.place_detail, other.place_detail) && !has_all_words_of(other.place_detail, one.place_detail);
}

}
