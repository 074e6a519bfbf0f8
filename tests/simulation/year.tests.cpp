#include "year.hpp"

#include <catch2/catch_template_test_macros.hpp>

#include <cstdlib>

using namespace refectory;

namespace {

std::map<std::string, int> live_through(std::uint64_t first, std::uint64_t count)
{
    std::map<std::string, int> happened;
    for (const auto end = first + count; first < end; ++first) {
        CAPTURE(first);
        simulation::Year year{first};
        year.run();
        for (const auto& [what, times] : year.journal().counts()) happened[what] += times;
    }
    return happened;
}

void all_happened(const std::map<std::string, int>& happened)
{
    for (const auto& [what, times] : happened) UNSCOPED_INFO(what << ": " << times);
    for (const auto* what : {"seats", "lists", "withdraws", "adds", "erases", "desk-erases", "checks-out", "asks", "restarts", "exports",
                             "fails-to-export", "collects", "finds-conflicts", "publishes", "gives-chair", "applies", "refuses",
                             "puts-back", "runs-twice", "puts-desk-back", "sets-clock", "takes-out", "cancels", "moves", "moves-on", "swaps", "is-quiet",
                             "sets-up-again", "retires-machines"})
        CHECK(happened.contains(what));
}

}

// Under the sanitizers, where a year takes four times as long.
TEMPLATE_TEST_CASE_SIG("a year of kiosks and a desk keeps its promises, seed after seed", "", ((std::uint64_t part), part), 0, 1)
{
    constexpr std::uint64_t seeds = 10;
    live_through(1 + part * seeds, seeds);
}

// By the optimised build, in parts that run beside one another.
TEMPLATE_TEST_CASE_SIG("two hundred years keep their promises", "[.optimised]", ((std::uint64_t part), part), 0, 1, 2, 3, 4, 5, 6, 7)
{
    constexpr std::uint64_t seeds = 25;
    const auto happened = live_through(1 + part * seeds, seeds);
    all_happened(happened);
    if (part == 6)
        for (const auto* what : {"stands-by", "takes-up", "runs-all-kiosks", "counts-time", "keeps-chair"}) CHECK(happened.contains(what));  // rarer than the others: not in each part
}

// Likewise.
TEMPLATE_TEST_CASE_SIG("ten thousand years keep their promises", "[.long]", ((std::uint64_t part), part), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
                       16, 17, 18, 19)
{
    constexpr std::uint64_t seeds = 500;
    all_happened(live_through(1 + part * seeds, seeds));
}

// REFECTORY_SEED=123 is one year, as a failure tells it; REFECTORY_SEEDS=1000:500 are five hundred from there on.
TEST_CASE("years of one's own choice keep their promises", "[.chosen]")
{
    const auto* one = std::getenv("REFECTORY_SEED");
    const auto* several = std::getenv("REFECTORY_SEEDS");
    REQUIRE((one || several));
    if (one) {
        live_through(std::strtoull(one, nullptr, 10), 1);
        return;
    }
    char* rest = nullptr;
    const auto from = std::strtoull(several, &rest, 10);
    live_through(from, *rest == ':' ? std::strtoull(rest + 1, nullptr, 10) : 1);
}
