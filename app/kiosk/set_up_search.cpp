#include "kiosk/set_up_search.hpp"

#include "kiosk/admin_words.hpp"
#include "kiosk/present_admin.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace refectory {

namespace {

constexpr std::size_t most_files = 32;  // of one stick: more kiosks than a desk sets up in a round
constexpr std::uintmax_t sealing = 64 * 1024;  // what being sealed adds to a file, and more

using Setups = std::vector<FoundSetup>;

Result<Setups> copies_of(Setups setups, const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    std::erase_if(setups, [](const FoundSetup& setup) {
        std::error_code gone;
        return std::filesystem::file_size(setup.file, gone) > largest_setup_file + sealing || gone;
    });
    setups.resize(std::min(setups.size(), most_files));
    for (std::size_t i = 0; i < setups.size() && !error; ++i) {
        const auto copy = folder / fmt::format("{}", i);
        std::filesystem::copy_file(setups[i].file, copy, error);
        setups[i].file = copy;
    }
    if (error) return failure(std::string{words::set_up::not_copied});
    return setups;
}

Result<Setups> open_and_copy(const std::shared_ptr<StickDevice>& device, const std::filesystem::path& folder)
{
    const auto opened = device->open(StickAccess::reading);
    if (!opened) return std::unexpected(error_of(opened.error()));
    auto copied = copies_of(find_setups(*opened), folder);
    (void)device->close();  // nothing was written to it
    return copied;
}

}

SetUpSearch::SetUpSearch(std::filesystem::path copies) : copies_(std::move(copies))
{
    end();
}

SetUpSearch::~SetUpSearch()
{
    end();
    looks_.clear();
    end();
}

std::vector<SetUpSearch::Found> SetUpSearch::look_into(const std::vector<Stick>& sticks)
{
    forget_others(sticks);
    std::vector<Found> found;
    for (const auto& stick : sticks)
        if (auto setups = setups_on(stick)) found.push_back({stick.name, std::move(*setups)});
    return found;
}

std::optional<Result<Setups>> SetUpSearch::setups_on(const Stick& stick)
{
    if (stick.trouble == StickTrouble::foreign || stick.trouble == StickTrouble::encrypted) return failure(trouble_words(stick));
    if (!stick.device) return find_setups(stick.folder);
    auto known = looks_.find(stick.identity());
    if (known == looks_.end()) {
        auto folder = copies_ / fmt::format("{}", ++looked_);
        known = looks_.emplace(stick.identity(), Look{std::async(std::launch::async, open_and_copy, stick.device, std::move(folder))}).first;
    }
    auto& look = known->second;
    if (!look.found && look.going_on.wait_for(std::chrono::seconds{0}) == std::future_status::ready) look.found = look.going_on.get();
    return look.found;
}

// One that is still being opened is kept until it is, for nobody waits for it here.
void SetUpSearch::forget_others(const std::vector<Stick>& sticks)
{
    std::erase_if(looks_, [&](const auto& look) {
        const bool is_in = std::ranges::find(sticks, look.first, &Stick::identity) != sticks.end();
        return !is_in && (look.second.found || look.second.going_on.wait_for(std::chrono::seconds{0}) == std::future_status::ready);
    });
}

void SetUpSearch::end()
{
    forget_others({});
    std::error_code ignored;
    std::filesystem::remove_all(copies_, ignored);
}

}
