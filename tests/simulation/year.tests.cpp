#include "year.hpp"

#include <cstdlib>

using namespace refectory;

namespace {

// REFECTORY_SEED=123 is one year, as a failure tells it; REFECTORY_SEEDS=1000:500 are five hundred from there on.
std::pair<std::uint64_t, int> seeds_or(std::uint64_t first, int count)
{
    if (const auto* one = std::getenv("REFECTORY_SEED")) return {std::strtoull(one, nullptr, 10), 1};
    if (const auto* several = std::getenv("REFECTORY_SEEDS")) {
        char* rest = nullptr;
        const auto from = std::strtoull(several, &rest, 10);
        return {from, *rest == ':' ? std::atoi(rest + 1) : 1};
    }
    return {first, count};
}

std::map<std::string, int> live_through(std::uint64_t first, int count)
{
    std::map<std::string, int> happened;
    for (const auto last = first + static_cast<std::uint64_t>(count); first < last; ++first) {
        CAPTURE(first);
        simulation::Year year{first};
        year.run();
        for (const auto& [what, times] : year.journal().counts()) happened[what] += times;
    }
    return happened;
}

}

TEST_CASE("a year of kiosks and a desk keeps its promises, seed after seed")
{
    const auto [first, count] = seeds_or(1, 24);
    const auto happened = live_through(first, count);
    for (const auto& [what, times] : happened) UNSCOPED_INFO(what << ": " << times);
    if (count >= 24)
        for (const auto* what : {"seats", "lists", "withdraws", "adds", "erases", "desk-erases", "checks-out", "asks", "restarts", "exports",
                                 "fails-to-export", "collects", "finds-conflicts", "publishes", "gives-chair", "applies", "refuses",
                                 "puts-back", "runs-twice", "puts-desk-back", "sets-clock", "takes-out", "cancels", "is-quiet"})
            CHECK(happened.contains(what));
}

// REFECTORY_SEEDS=1:10000 tries ten thousand; that takes some hours.
TEST_CASE("a year of kiosks and a desk keeps its promises, over many more seeds", "[.heavy]")
{
    const auto [first, count] = seeds_or(10'001, 150);
    CHECK(live_through(first, count).contains("is-quiet"));
}
