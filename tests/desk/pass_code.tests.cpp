#include "desk/pass_code.hpp"
#include "desk_fixture.hpp"
#include "platform/qr_reader.hpp"

#include <regex>

using namespace refectory;
using namespace refectory::test;

namespace {

std::string a_pass()
{
    const auto today = local_date(morning);
    return write_pass({PersonId{1}, PassNumber{7}, today, add_days(today, 90)}, make_key_pair(seeded(1)).secret_key);
}

int number_in(const std::string& text, const std::regex& pattern)
{
    std::smatch found;
    REQUIRE(std::regex_search(text, found, pattern));
    return std::stoi(found[1]);
}

// Draws the bars of the second path, four pixels a module, on white.
platform::Picture rasterised(const std::string& svg)
{
    const int side = number_in(svg, std::regex{R"re(viewBox="0 0 (\d+) \d+")re"}) * 4;
    platform::Picture picture{side, side, std::vector<std::uint8_t>(static_cast<std::size_t>(side * side) * 4, 255)};
    const auto black = svg.substr(svg.find("#000"));
    const std::regex bar{R"(M(\d+) (\d+)h(\d+)v1h-(\d+)z)"};
    for (auto at = std::sregex_iterator{black.begin(), black.end(), bar}; at != std::sregex_iterator{}; ++at) {
        const int left = std::stoi((*at)[1]) * 4, top = std::stoi((*at)[2]) * 4, width = std::stoi((*at)[3]) * 4;
        REQUIRE((*at)[3] == (*at)[4]);
        for (int y = top; y < top + 4; ++y)
            for (int x = left; x < left + width; ++x)
                for (int channel = 0; channel < 3; ++channel) picture.rgba[static_cast<std::size_t>((y * side + x) * 4 + channel)] = 0;
    }
    return picture;
}

}

TEST_CASE("a pass for printing reads back, with a quiet zone of four modules of at least half a millimetre")
{
    const auto svg = svg_of_pass(a_pass());
    CHECK(platform::read_qr(rasterised(svg)) == a_pass());
    const int modules = number_in(svg, std::regex{R"re(viewBox="0 0 (\d+) \d+")re"});
    const int millimetres = number_in(svg, std::regex{R"re(width="(\d+)[.\d]*mm")re"});
    CHECK(millimetres * 2 >= modules);
    const std::regex bar{R"(M(\d+) (\d+)h(\d+))"};
    const auto black = svg.substr(svg.find("#000"));
    for (auto at = std::sregex_iterator{black.begin(), black.end(), bar}; at != std::sregex_iterator{}; ++at) {
        CHECK(std::stoi((*at)[1]) >= 4);
        CHECK(std::stoi((*at)[2]) >= 4);
        CHECK(std::stoi((*at)[1]) + std::stoi((*at)[3]) <= modules - 4);
        CHECK(std::stoi((*at)[2]) < modules - 4);
    }
}
