// What the tour shows is the same on every machine, pixel by pixel. Of each picture a line with its hash is left in a file beside the
// programs, so that two builds can be held against each other.
#include "domain/digest.hpp"
#include "journeys/same_tour.hpp"

#include <fmt/format.h>

#include <fstream>

using namespace refectory;
using test::ByRasteriser;
using test::SameTour;

namespace {

std::vector<std::string> lines_of(const std::vector<test::TourPicture>& pictures)
{
    std::vector<std::string> lines;
    for (const auto& [name, picture] : pictures) lines.push_back(fmt::format("{} {}", to_hex(sha256(picture.rgba)), name));
    return lines;
}

}

TEST_CASE("a tour with nothing left to chance shows the same pictures each time", "[heavy]")
{
    const auto lines = lines_of(SameTour{}.take<ByRasteriser>());
    std::ofstream file{REFECTORY_BIN "/pictures"};
    for (const auto& line : lines) file << line << '\n';
    CHECK(lines.size() > 20);
    CHECK(lines_of(SameTour{}.take<ByRasteriser>()) == lines);
}
