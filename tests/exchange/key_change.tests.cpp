// What a kiosk believes of a programme that says that the desk's keys have changed.
#include "exchange/programme_file.hpp"
#include "exchange_fixture.hpp"
#include "random_programme.hpp"

using namespace refectory;

namespace {

const KeyPair old_key = make_key_pair(seeded(1)), new_key = make_key_pair(seeded(2)), recovery_key = make_key_pair(seeded(3));

KeyStatement statement(std::int64_t number = 7, const KeyPair& by = recovery_key)
{
    return make_key_statement(number, new_key.public_key, other_age_keys().recipient, by.secret_key);
}

Result<Programme> read(const std::optional<KeyStatement>& keys, const KeyPair& signed_by, const Recovery& recovery = {recovery_key.public_key, 0},
                       const KeyPair& known = old_key)
{
    auto programme = ProgrammeMaker{7}.make();
    programme.header.keys = keys;
    const auto sealed = seal_programme(programme, our_age_keys().recipient, signed_by.secret_key).value().bytes;
    return read_programme(sealed, our_age_keys().identity, known.public_key, recovery);
}

}

TEST_CASE("A statement of the recovery key's goes before the key that is known")
{
    const auto programme = read(statement(), new_key);
    REQUIRE(sentence(programme) == "(no error)");
    REQUIRE(programme->header.keys);
    CHECK(programme->header.keys->signing_key == new_key.public_key);
    CHECK(programme->header.keys->recipient == other_age_keys().recipient);
    CHECK(is_to_follow(*programme->header.keys, {recovery_key.public_key, 6}));
    CHECK_FALSE(is_to_follow(*programme->header.keys, {recovery_key.public_key, 7}));
    CHECK_FALSE(is_to_follow(*programme->header.keys, {std::nullopt, 0}));
    CHECK(sentence(read(std::nullopt, old_key)) == "(no error)");
    CHECK(sentence(read(statement(), new_key, {recovery_key.public_key, 7}, new_key)) == "(no error)");
}

TEST_CASE("A forged or older statement is refused in a sentence, and so is one beside another's signature")
{
    const auto forged = sentence(read(statement(7, make_key_pair(seeded(9))), new_key));
    CHECK(forged == "This programme names new keys of the desk, but not in the name of its recovery words. It cannot be used.");
    auto changed = statement();
    changed.recipient = our_age_keys().recipient;
    CHECK(sentence(read(changed, new_key)) == forged);
    changed = statement();
    changed.number = 8;
    CHECK(sentence(read(changed, new_key)) == forged);
    CHECK(sentence(read(statement(6), new_key, {recovery_key.public_key, 7}, old_key)) ==
          "This programme was made before the desk's keys were changed. Have a new one published.");
    const std::string unknown = "This file is not signed by the key that is known here. It cannot be used.";
    CHECK(sentence(read(statement(), old_key)) == unknown);
    CHECK(sentence(read(std::nullopt, new_key)) == unknown);
    CHECK(sentence(read(std::nullopt, old_key, {recovery_key.public_key, 7}, new_key)) == unknown);
    CHECK(sentence(read(statement(7), new_key, {recovery_key.public_key, 7}, old_key)) == unknown);
    CHECK(sentence(read(statement(), new_key, {})) == unknown);
    changed = make_key_statement(7, new_key.public_key, "nobody", recovery_key.secret_key);
    CHECK(sentence(read(changed, new_key)) == "What this programme says of the desk's keys is damaged. Have a new one published.");
}

TEST_CASE("A key statement is read back from its line, and nothing else is")
{
    const auto line = write_key_statement(statement());
    const auto back = read_key_statement(line);
    REQUIRE(back);
    CHECK(back->number == 7);
    CHECK(is_signed_by(*back, recovery_key.public_key));
    for (std::size_t at = 0; at < line.size(); ++at) {
        const auto cut = read_key_statement(std::string_view{line}.substr(0, at));
        CHECK_FALSE(cut);
        auto other = line;
        other[at] = static_cast<char>(other[at] ^ 1);
        const auto read_other = read_key_statement(other);
        CHECK_FALSE((read_other && is_signed_by(*read_other, recovery_key.public_key)));
    }
    for (const auto* none : {"", " ", "7", "7   ", "-1 a b c"}) CHECK_FALSE(read_key_statement(none));
    CHECK_FALSE(read_key_statement(line + " more"));
}

TEST_CASE("What was sealed to any of several keys opens with all of them, and with none of others")
{
    const auto sealed = sealed_by_age("plain", other_age_keys().recipient);
    const auto opened = [&](const std::string& identities) {
        auto opener = AgeOpener::open(bytes_of(sealed), identities);
        if (!opener) return sentence(opener);
        std::array<char, 64> piece{};
        const auto size = opener->read(piece);
        return size ? std::string{piece.data(), *size} : sentence(size);
    };
    CHECK(opened(our_age_keys().identity + "\n" + other_age_keys().identity) == "plain");
    CHECK(opened(other_age_keys().identity + "\n" + our_age_keys().identity) == "plain");
    CHECK(opened(our_age_keys().identity + "\n" + make_age_keys()->identity).find("sealed for somebody else") != std::string::npos);
    for (const auto& none : {std::string{}, our_age_keys().identity + "\n", "\n" + our_age_keys().identity}) CHECK(opened(none).find("is not one") != std::string::npos);
}
