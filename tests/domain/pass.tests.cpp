#include "domain/pass.hpp"

#include "domain/base32.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>

using namespace refectory;

namespace {

Entropy seeded(unsigned seed)
{
    return [random = std::mt19937{seed}](std::span<std::uint8_t> bytes) mutable {
        for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random());
    };
}

Date day(unsigned number)
{
    return {std::chrono::year{2026}, std::chrono::November, std::chrono::day{number}};
}

const KeyPair desk = make_key_pair(seeded(1));
const KeyPair other_desk = make_key_pair(seeded(2));
const Pass pass{PersonId{41}, PassNumber{7}, day(10), day(20)};

PassDecision decided(std::string_view text, Date today, PassHolder holder)
{
    return decide(read_pass(text, desk.public_key), today, [&](const Pass&) { return holder; });
}

}

TEST_CASE("a pass is capitals and digits and reads back as it was written")
{
    const auto text = write_pass(pass, desk.secret_key);
    CHECK(std::ranges::all_of(text, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }));
    REQUIRE(std::holds_alternative<Pass>(read_pass(text, desk.public_key)));
    CHECK(std::get<Pass>(read_pass(text, desk.public_key)) == pass);
}

TEST_CASE("a pass with any letter changed or left out is no pass")
{
    const auto text = write_pass(pass, desk.secret_key);
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto changed = text;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        CHECK(std::holds_alternative<PassFault>(read_pass(changed, desk.public_key)));
        auto cut = text;
        cut.erase(i, 1);
        CHECK(std::holds_alternative<PassFault>(read_pass(cut, desk.public_key)));
    }
}

TEST_CASE("what is decided on a pass, by the order of the rules")
{
    const auto good = write_pass(pass, desk.secret_key);
    struct Row { Date today; PassHolder holder; PassDecision decision; };
    const Row rows[] = {
        {day(15), {.known = true, .withdrawn = false, .already_in = false, .expected_today = true}, PassDecision::good},
        {day(10), {.known = true, .withdrawn = false, .already_in = false, .expected_today = true}, PassDecision::good},
        {day(20), {.known = true, .withdrawn = false, .already_in = false, .expected_today = true}, PassDecision::good},
        {day(9), {.known = true, .withdrawn = false, .already_in = true, .expected_today = true}, PassDecision::not_yet_valid},
        {day(21), {.known = true, .withdrawn = false, .already_in = true, .expected_today = true}, PassDecision::expired},
        {day(15), {.known = true, .withdrawn = true, .already_in = true, .expected_today = true}, PassDecision::withdrawn},
        {day(15), {.known = false, .withdrawn = false, .already_in = false, .expected_today = false}, PassDecision::unknown},
        {day(15), {.known = true, .withdrawn = false, .already_in = true, .expected_today = false}, PassDecision::already_in},
        {day(15), {.known = true, .withdrawn = false, .already_in = false, .expected_today = false}, PassDecision::not_expected},
    };
    for (const auto& row : rows) CHECK(decided(good, row.today, row.holder) == row.decision);
    CHECK(decided(write_pass(pass, other_desk.secret_key), day(15), {}) == PassDecision::not_ours);
    CHECK(decided("RF1", day(15), {}) == PassDecision::damaged);
    CHECK(decided("", day(15), {}) == PassDecision::not_ours);
}

TEST_CASE("base32 has one text for each reading")
{
    std::mt19937 random{3};
    for (int i = 0; i < 500; ++i) {
        Bytes bytes(random() % 40);
        for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random());
        CHECK(from_base32(to_base32(bytes)) == bytes);
    }
    CHECK_FALSE(from_base32("AB"  "C"));
    CHECK_FALSE(from_base32("AF"));
    CHECK_FALSE(from_base32("a"));
    CHECK_FALSE(from_base32("A1"));
}
