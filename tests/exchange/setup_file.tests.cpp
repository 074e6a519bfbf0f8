#include "domain/digest.hpp"
#include "exchange/setup_file.hpp"
#include "exchange/setup_words.hpp"
#include "exchange_fixture.hpp"

using namespace refectory;

namespace {

KioskSetup a_setup(std::size_t programme_size = 200'000)
{
    KioskSetup setup;
    setup.identity = {"MC-ADULTS", "Adults team", "Medway Council", "Gun Wharf; “north”", make_key_pair(seeded(1)),
                      our_age_keys().identity, our_age_keys().recipient, make_key_pair(seeded(2)).public_key,
                      other_age_keys().recipient, Origin{"DESK.AB2C"}};
    setup.programme.emplace(programme_size);
    seeded(3)(*setup.programme);
    return setup;
}

std::vector<std::string> six_words(std::uint64_t seed = 5) { return make_setup_words(seeded(seed)); }

}

TEST_CASE("A set-up opens with its six words and holds all that it was given")
{
    for (const auto size : {std::size_t{1}, std::size_t{64 * 1024}, std::size_t{200'000}}) {
        const Folder folder;
        const auto setup = a_setup(size);
        REQUIRE(write_setup(setup, folder / setup_file_name("MC-ADULTS"), six_words(), seeded(4)));
        CHECK(folder.names() == std::vector<std::string>{"refectory-setup-MC-ADULTS.sealed"});
        const auto text = file_text(folder / setup_file_name("MC-ADULTS"));
        CHECK(text.find("Adults team") == std::string::npos);
        CHECK(text.find("AGE-SECRET") == std::string::npos);
        const auto read = read_setup(folder / setup_file_name("MC-ADULTS"), "  " + setup_phrase(six_words()) + "\n");
        CAPTURE(sentence(read));
        REQUIRE(read);
        const auto& identity = read->identity;
        CHECK(identity.code == "MC-ADULTS");
        CHECK(identity.team == "Adults team");
        CHECK(identity.organisation == "Medway Council");
        CHECK(identity.site == setup.identity.site);
        CHECK(identity.signing.public_key == setup.identity.signing.public_key);
        CHECK(identity.signing.secret_key == setup.identity.signing.secret_key);
        CHECK(identity.age_identity == setup.identity.age_identity);
        CHECK(identity.age_recipient == setup.identity.age_recipient);
        CHECK(identity.desk_key == setup.identity.desk_key);
        CHECK(identity.desk_recipient == setup.identity.desk_recipient);
        CHECK(identity.desk == setup.identity.desk);
        CHECK(read->programme == setup.programme);
    }
}

TEST_CASE("A set-up without a programme has none when it is read")
{
    const Folder folder;
    auto setup = a_setup();
    setup.programme.reset();
    REQUIRE(write_setup(setup, folder / "setup", six_words(), seeded(4)));
    const auto read = read_setup(folder / "setup", setup_phrase(six_words()));
    REQUIRE(read);
    CHECK_FALSE(read->programme);
}

TEST_CASE("Words may be shortened to four letters and other words do not open")
{
    const Folder folder;
    REQUIRE(write_setup(a_setup(10), folder / "setup", six_words(), seeded(4)));
    std::string shortened;
    for (const auto& word : six_words()) shortened += word.substr(0, 4) + "-";
    CHECK(read_setup(folder / "setup", shortened));
    CHECK(sentence(read_setup(folder / "setup", setup_phrase(six_words(6)))).find("do not open") != std::string::npos);
    CHECK(sentence(read_setup(folder / "setup", "acorn zero")).find("There are 2") != std::string::npos);
    CHECK(sentence(read_setup(folder / "setup", "acorn zero xyzzy acorn acorn acorn")).find("Word 3") != std::string::npos);
}

TEST_CASE("A set-up that was cut or changed says so and what is none says so")
{
    const Folder folder;
    REQUIRE(write_setup(a_setup(3000), folder / "setup", six_words(), seeded(4)));
    const auto text = file_text(folder / "setup");
    const auto read = [&](std::string_view altered) {
        put_text(folder / "altered", altered);
        return sentence(read_setup(folder / "altered", setup_phrase(six_words())));
    };
    CHECK(read(text) == "(no error)");
    for (std::size_t at = 19; at < text.size(); at += 97) {
        CHECK(read(text.substr(0, at)).find("not complete") != std::string::npos);
        if (at < 27) continue;
        auto changed = text;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CHECK(read(changed).find("damaged") != std::string::npos);
    }
    CHECK(read(text + "x").find("damaged") != std::string::npos);
    for (const auto* none : {"", "activity,kind\n", "refectory set-up 2\n"}) CHECK(read(none).find("not a kiosk's set-up") != std::string::npos);
    CHECK(sentence(read_setup(folder / "none", setup_phrase(six_words()))).find("no such file") != std::string::npos);
}

TEST_CASE("A set-up whose sum was made right again still does not open")
{
    const Folder folder;
    REQUIRE(write_setup(a_setup(200'000), folder / "setup", six_words(), seeded(4)));
    const auto text = file_text(folder / "setup");
    for (const std::size_t at : {std::size_t{30}, std::size_t{45}, std::size_t{70}, std::size_t{100'000}, text.size() - 40}) {
        auto changed = text.substr(0, text.size() - 32);
        changed[at] = static_cast<char>(changed[at] ^ 1);
        changed += text_of(sha256(bytes_of(changed)));
        put_text(folder / "altered", changed);
        CHECK(sentence(read_setup(folder / "altered", setup_phrase(six_words()))).find("do not open") != std::string::npos);
    }
}

TEST_CASE("A set-up is not written where it would not be one or stands already")
{
    const Folder folder;
    auto setup = a_setup(10);
    setup.identity.desk_recipient = "nobody";
    CHECK_FALSE(write_setup(setup, folder / "setup", six_words(), seeded(4)));
    CHECK_FALSE(write_setup(a_setup(largest_setup_file), folder / "setup", six_words(), seeded(4)));
    CHECK(folder.names().empty());
    put_text(folder / "setup", "there");
    CHECK_FALSE(write_setup(a_setup(10), folder / "setup", six_words(), seeded(4)));
    CHECK(file_text(folder / "setup") == "there");
}

TEST_CASE("Of a set-up file and its copies one is told, and of two that differ both are")
{
    const Folder folder;
    REQUIRE(write_setup(a_setup(10), folder / "refectory-setup-MC-ADULTS.sealed", six_words(), seeded(4)));
    for (const auto* name : {"refectory-setup-MC-ADULTS - Copy.sealed", "Copy of refectory-setup-MC-ADULTS (1).SEALED", "sub/refectory-setup-MC-ADULTS.sealed"})
        test::put(folder / name, file_text(folder / "refectory-setup-MC-ADULTS.sealed"));
    REQUIRE(find_setups(folder.path()).size() == 1);
    REQUIRE(write_setup(a_setup(10), folder / "refectory-setup-MC-ADULTS (2).sealed", six_words(), seeded(5)));
    CHECK(find_setups(folder.path()).size() == 2);
}
