// What came of the programmes in a folder, in the words of a test.
#pragma once

#include "exchange/kiosk_import.hpp"

#include <fmt/format.h>

namespace refectory::test {

inline std::string words_of(const BroughtProgramme& brought)
{
    std::string words = brought.applied ? fmt::format("programme {}", brought.applied->serial) : "";
    const auto add = [&](const std::string& sentence) { words += (words.empty() ? "" : " ") + sentence; };
    for (const auto& [serial, why] : brought.refused) add((serial ? fmt::format("{}: ", *serial) : "") + why.sentence);
    if (brought.none_newer) add(brought.none_newer->sentence);
    return words.empty() ? "(nothing)" : words;
}

// As the kiosk's button takes them over; "(no error)", or the first sentence that says why nothing came.
inline std::string take_over(KioskStore& store, const std::filesystem::path& folder, Instant now)
{
    const auto brought = apply_first_newer(store, read_programmes(folder, *store.identity()), now, ClockTrust::trusted);
    if (brought.applied) return "(no error)";
    if (!brought.refused.empty()) return brought.refused.front().why.sentence;
    return brought.none_newer ? brought.none_newer->sentence : "(nothing)";
}

}
