#include "exchange/found_programmes.hpp"

#include "exchange/programme_file.hpp"

#include <algorithm>
#include <ranges>
#include <tuple>

namespace refectory {

namespace {

constexpr std::size_t most_good_programmes = 4;  // of this kiosk's on one stick: the newest is what matters
constexpr int most_programmes = 64;              // that are tried: those of a desk that is gone may stand before the good one

// By what it says: anybody may have changed its name. One that was published after the desk was put back is newer than all before.
void keep_newest(std::vector<Programme>& good, Programme programme)
{
    const auto age = [](const Programme& one) { return std::tuple{one.header.desk_begun_at, one.header.serial}; };
    good.insert(std::ranges::upper_bound(good, age(programme), std::greater{}, age), std::move(programme));
    if (good.size() > most_good_programmes) good.pop_back();
}

}

FoundProgrammes read_programmes(const std::filesystem::path& folder, const KioskIdentity& identity, const GoesOn& goes_on)
{
    FoundProgrammes found;
    const auto there = find_programmes(folder, identity.code, goes_on);
    found.holds_other_kiosks = there.holds_other_kiosks;
    for (const auto serial : there.no_files) found.refused.push_back({serial, Error{"This is a link or a device, not a file. It was not opened."}});
    if (there.unread) found.refused.push_back({std::nullopt, *there.unread});
    for (const auto& one : there.files | std::views::take(most_programmes)) {
        if (!goes_on()) break;
        auto programme = read_programme(one.file, identity.age_identity, identity.desk_key, identity.recovery);
        if (programme) keep_newest(found.good, std::move(*programme));
        else found.refused.push_back({one.serial, programme.error()});
    }
    return found;
}

}
