#include "domain/apportion.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace refectory {

std::vector<int> apportion(int whole, std::span<const int> sizes)
{
    std::vector<int> parts(sizes.size(), 0);
    const auto all = std::accumulate(sizes.begin(), sizes.end(), std::int64_t{0});
    if (whole <= 0 || all <= 0) return parts;
    std::vector<std::size_t> by_remainder(sizes.size());
    std::iota(by_remainder.begin(), by_remainder.end(), std::size_t{0});
    const auto product = [&](std::size_t i) { return std::int64_t{whole} * sizes[i]; };
    for (std::size_t i = 0; i < sizes.size(); ++i) parts[i] = static_cast<int>(product(i) / all);
    std::ranges::stable_sort(by_remainder, std::greater{}, [&](std::size_t i) { return product(i) % all; });
    const auto left_over = static_cast<std::size_t>(whole - std::accumulate(parts.begin(), parts.end(), 0));
    for (std::size_t i = 0; i < left_over; ++i) ++parts[by_remainder[i]];
    return parts;
}

}
