#include "exchange/setup_words.hpp"
#include "exchange_fixture.hpp"

#include <algorithm>
#include <set>

using namespace refectory;

TEST_CASE("The set-up words are 1024 plain ones told apart by their first four letters")
{
    const auto words = all_setup_words();
    REQUIRE(words.size() == 1024);
    CHECK(std::ranges::is_sorted(words));
    std::set<std::string_view> beginnings;
    for (const auto word : words) {
        CAPTURE(word);
        CHECK((word.size() >= 4 && word.size() <= 7));
        CHECK(word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos);
        CHECK(beginnings.insert(word.substr(0, 4)).second);
    }
}

TEST_CASE("Six words are drawn and each of the list can be")
{
    const auto entropy = seeded(1);
    std::set<std::string> drawn;
    for (int i = 0; i < 2000; ++i) {
        const auto words = make_setup_words(entropy);
        REQUIRE(words.size() == 6);
        for (const auto& word : words) REQUIRE(find_setup_word(word) == word);
        drawn.insert(words.begin(), words.end());
    }
    CHECK(drawn.size() == 1024);
}

TEST_CASE("Typed words are tidied whatever stands between them")
{
    const std::vector<std::string> expected{"acorn", "zoom", "lemon"};
    for (const auto* typed : {"acorn zoom lemon", "  Acorn-ZOOM\tlemon\n", "acorn,zoom;lemon", "1. acorn 2. zoom 3. lemon"})
        CHECK(tidy_setup_words(typed) == expected);
    CHECK(tidy_setup_words(" - \n").empty());
    CHECK(setup_phrase(expected) == "acorn zoom lemon");
}

TEST_CASE("A word is known by itself or by its first four letters at least")
{
    CHECK(find_setup_word("acorn") == "acorn");
    CHECK(find_setup_word("acor") == "acorn");
    CHECK_FALSE(find_setup_word("aco"));
    CHECK_FALSE(find_setup_word("acorns"));
    CHECK_FALSE(find_setup_word(""));
    CHECK_FALSE(find_setup_word("zzzz"));
}
