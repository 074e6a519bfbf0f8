#include "domain/apportion.hpp"

#include <catch2/catch_test_macros.hpp>

#include <numeric>
#include <random>

using namespace refectory;

TEST_CASE("chairs are shared in proportion to the teams' sizes and the largest remainders get what is left")
{
    struct Row { int whole; std::vector<int> sizes, parts; };
    const std::vector<Row> rows{
        {12, {}, {}},
        {12, {0, 0}, {0, 0}},
        {0, {3, 4}, {0, 0}},
        {12, {6}, {12}},
        {12, {10, 20}, {4, 8}},
        {10, {1, 1, 1}, {4, 3, 3}},
        {7, {2, 0, 5}, {2, 0, 5}},
        {1, {1, 9}, {0, 1}},
        {5, {49, 51}, {2, 3}},
    };
    for (const auto& row : rows) CHECK(apportion(row.whole, row.sizes) == row.parts);
}

TEST_CASE("all is shared out, and nobody is further than one from the exact part")
{
    std::mt19937 random{3};
    for (int run = 0; run < 1000; ++run) {
        std::vector<int> sizes(1 + random() % 8);
        for (auto& size : sizes) size = static_cast<int>(random() % 30);
        sizes[0] += 1;
        const int whole = static_cast<int>(random() % 60), all = std::accumulate(sizes.begin(), sizes.end(), 0);
        const auto parts = apportion(whole, sizes);
        CHECK(std::accumulate(parts.begin(), parts.end(), 0) == whole);
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            const double exact = static_cast<double>(whole) * sizes[i] / all;
            CHECK((parts[i] > exact - 1 && parts[i] < exact + 1));
        }
    }
}
