// A desk of its own in a folder that goes away, with the demonstration's programme to publish and a kiosk's store to set up.
#pragma once

#include "desk/desk.hpp"
#include "exchange/kiosk_import.hpp"
#include "exchange/programme_file.hpp"
#include "exchange/setup_file.hpp"
#include "exchange/setup_words.hpp"
#include "programme_copy.hpp"
#include "support/folder.hpp"
#include "support/randomness.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdlib>
#include <random>

namespace refectory::test {

inline const Instant morning = instant_at({std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}}, 9, 0);

inline const KioskPlace adults{"MC-ADULTS", "Adults team", "Medway Council", "Gun Wharf"};
inline const KioskPlace hospital{"KC-HOSPITAL", "Hospital team", "Kent County Council", "Priory House"};

template <class T>
std::string sentence(const Result<T>& result)
{
    return result ? std::string{"(no error)"} : result.error().sentence;
}

inline DeskProgramme demonstration_programme(Instant now = morning)
{
    auto read = read_programme_folder(demonstration_folder, local_date(now));
    REQUIRE(read);
    return std::move(*read);
}

struct DeskInFolder {
    explicit DeskInFolder(std::uint64_t seed = 1)
    {
        REQUIRE(sentence(Desk::begin(folder / "desk", seeded(seed), morning)) == "(no error)");
        open(seed + 1);
    }
    void open(std::uint64_t seed)
    {
        desk.reset();
        auto opened = Desk::open(folder / "desk", seeded(seed), morning);
        INFO(sentence(opened));
        REQUIRE(opened);
        desk = std::move(*opened);
    }
    // Its set-up file is in the folder; returns the words.
    std::vector<std::string> add(const KioskPlace& place, const DeskProgramme* first = nullptr)
    {
        const auto words = desk->add_kiosk(place, first, folder / setup_file_name(place.code), morning);
        INFO(sentence(words));
        REQUIRE(words);
        return *words;
    }
    // What the kiosk was set up with.
    KioskIdentity identity_of(const KioskPlace& place, const std::vector<std::string>& words)
    {
        const auto setup = read_setup(folder / setup_file_name(place.code), setup_phrase(words));
        INFO(sentence(setup));
        REQUIRE(setup);
        return setup->identity;
    }

    Folder folder;
    std::unique_ptr<Desk> desk;
};

}
