// Whole things shared out in proportion: chairs among teams by how many people they have.
#pragma once

#include <span>
#include <vector>

namespace refectory {

// As many for each size, in their order, as its part of the whole; what rounding leaves over goes to the largest remainders, and of equal
// ones to the first (Hamilton's method). Where nobody has a size, nobody gets anything.
std::vector<int> apportion(int whole, std::span<const int> sizes);

}
