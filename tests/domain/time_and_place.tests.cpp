#include "domain/time_and_place.hpp"

#include "domain/instant.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace refectory;

TEST_CASE("it is elsewhere by the words of its place, and by its detail where that says another thing")
{
    const Instant noon{std::chrono::days{20'000}}, later = noon + std::chrono::minutes{1};
    struct Row { TimeAndPlace one, other; bool elsewhere; };
    const Row rows[] = {
        {{noon, "Hub", "Gun Wharf"}, {noon, "Hub", "Gun Wharf"}, false},
        {{noon, "Hub", "Gun Wharf"}, {later, "Hub", "Gun Wharf"}, true},
        {{noon, "The hub, floor 2", ""}, {noon, "the  HUB floor 2.", ""}, false},
        {{noon, "Hub", ""}, {noon, "Hub, floor 2", ""}, true},
        {{noon, "Room 1.12", ""}, {noon, "Room 11.2", ""}, true},
        {{noon, "Floor 1, room 2", ""}, {noon, "Floor 2, room 1", ""}, true},
        {{noon, "Hub", "Gun Wharf"}, {noon, "Hub", "Gun Wharf, step-free"}, false},
        {{noon, "Hub", "Gun Wharf, step-free"}, {noon, "Hub", "Gun Wharf"}, false},
        {{noon, "Hub", "Gun Wharf"}, {noon, "Hub", ""}, false},
        {{noon, "Hub", "Gun Wharf"}, {noon, "Hub", "Kingsley House"}, true},
        {{noon, "Hub", "Floor 1, room 2"}, {noon, "Hub", "Floor 2, room 1"}, true},
    };
    for (const auto& [one, other, elsewhere] : rows) {
        INFO(one.place << ", " << one.place_detail << " and " << other.place << ", " << other.place_detail);
        CHECK(is_elsewhere(one, other) == elsewhere);
        CHECK(is_elsewhere(other, one) == elsewhere);
    }
}
