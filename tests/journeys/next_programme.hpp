// What a desk publishes next, for the kiosk in front of the person alone.
#pragma once

#include "desk/desk.hpp"
#include "journeys/kiosk_in_front.hpp"

namespace refectory::test {

using ChangeActivity = std::function<void(Activity&)>;

inline Published publish_to(KioskInFront& here, const std::filesystem::path& stick, const ChangeActivity& change = {}, PersonId has_left = {})
{
    const auto desk = Desk::open(here.folder.path() / "desk/desk", seeded(7), here.now.wall).value();
    auto folder = read_programme_folder(std::filesystem::path{REFECTORY_SOURCE} / "assets/demonstration", local_date(here.now.wall)).value();
    std::erase_if(folder.allotments, [](const auto& allotment) { return allotment.first.second != "MC-ADULTS"; });
    std::erase_if(folder.all.people, [&](const Person& person) { return person.id == has_left; });
    if (change) std::ranges::for_each(folder.all.activities, change);
    return desk->publish(folder, stick, here.now.wall).value();
}

}
