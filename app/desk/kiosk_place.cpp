#include "desk/kiosk_place.hpp"

#include "domain/names.hpp"
#include "domain/origin.hpp"
#include "exchange/programme_check.hpp"

#include <fmt/format.h>

namespace refectory {

namespace {

constexpr std::size_t longest_word = 80;  // as in the programme folder

Result<std::string> checked_word(const char* what, const std::string& given)
{
    if (!is_utf8(given)) return failure(fmt::format("The {} is not UTF-8 text.", what));
    auto word = tidy_name(given);
    if (word.empty()) return failure(fmt::format("Give the {}.", what));
    if (code_points(word) > longest_word) return failure(fmt::format("The {} must be {} characters or less.", what, longest_word));
    return word;
}

}

Result<KioskPlace> checked_place(const KioskPlace& given)
{
    if (!is_kiosk_code(given.code)) return failure("A kiosk's code has 1 to 24 of A to Z, 0 to 9 and hyphens, as in MC-ADULTS.");
    if (given.code == desk_code) return failure("That code is the desk's own. Choose another one for the kiosk.");
    KioskPlace place{given.code, {}, {}, {}};
    REFECTORY_TRY_ASSIGN(place.team, checked_word("team", given.team));
    REFECTORY_TRY_ASSIGN(place.organisation, checked_word("organisation", given.organisation));
    REFECTORY_TRY_ASSIGN(place.site, checked_word("site", given.site));
    return place;
}

}
