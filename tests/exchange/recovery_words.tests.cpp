#include "exchange/recovery_words.hpp"
#include "exchange/setup_words.hpp"
#include "exchange_fixture.hpp"

using namespace refectory;

TEST_CASE("Recovery words come to the key that they were made for, however they are typed")
{
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const auto made = make_recovery_key(seeded(seed));
        REQUIRE(made.words.size() == recovery_words_count);
        const auto pair = recovery_key_of(setup_phrase(made.words));
        REQUIRE(pair);
        CHECK(pair->public_key == made.key);
        CHECK(verify(bytes_of("text"), sign(bytes_of("text"), pair->secret_key), made.key));
        std::string shortened;
        for (const auto& word : made.words) shortened += word.substr(0, 4) + "\n";
        CHECK(recovery_key_of(shortened)->public_key == made.key);
    }
}

TEST_CASE("Recovery words that are not all there, misspelt or exchanged are refused in a sentence")
{
    const auto made = make_recovery_key(seeded(3));
    const auto typed = [&](std::size_t at, const std::string& word) {
        auto words = made.words;
        words[at] = word;
        return sentence(recovery_key_of(setup_phrase(words)));
    };
    for (std::size_t at = 0; at < made.words.size(); ++at) {
        CHECK(typed(at, made.words[at] == "acorn" ? "zero" : "acorn").starts_with("One of the words is not the one on the paper"));
        CHECK(typed(at, "xyzzy") == "Word " + std::to_string(at + 1) + " is not one of those that are used here. Check how it is spelt.");
        CHECK(typed(at, "") == "Enter the 28 recovery words. There are 27 here.");
    }
    auto words = made.words;
    std::swap(words[4], words[5]);
    CHECK(sentence(recovery_key_of(setup_phrase(words))).starts_with("One of the words"));
}
