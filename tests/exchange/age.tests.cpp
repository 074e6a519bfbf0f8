#include "exchange_fixture.hpp"

#include <chrono>
#include <csignal>
#include <thread>

using namespace refectory;

namespace {

Result<std::string> opened(const std::filesystem::path& file, const std::string& identity, std::size_t piece = 4096)
{
    auto opener = AgeOpener::open(file, identity);
    if (!opener) return std::unexpected(opener.error());
    std::string plain;
    std::vector<char> bytes(piece);
    while (true) {
        const auto size = opener->read(bytes);
        if (!size) return std::unexpected(size.error());
        if (*size == 0) return plain;
        plain.append(bytes.data(), *size);
    }
}

std::string random_text(std::size_t size)
{
    Bytes bytes(size);
    seeded(size)(bytes);
    return text_of(bytes);
}

}

TEST_CASE("What is sealed opens again whatever its length")
{
    const Folder folder;
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{65536}, std::size_t{65537}, std::size_t{5'000'000}}) {
        const auto plain = random_text(size);
        put_text(folder / "sealed.age", sealed_by_age(plain));
        const auto result = opened(folder / "sealed.age", our_age_keys().identity);
        REQUIRE(result);
        CHECK(*result == plain);
    }
}

TEST_CASE("Keys are of age's own kind and nothing else is taken for one")
{
    CHECK(is_age_identity(our_age_keys().identity));
    CHECK(is_age_recipient(our_age_keys().recipient));
    CHECK(our_age_keys().identity != other_age_keys().identity);
    for (const auto* text : {"", "age1", "--help", "age1yubikey1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq", "-p", "ssh-ed25519 AAAA"}) {
        CHECK_FALSE(is_age_recipient(text));
        CHECK_FALSE(AgeSealer::start(text));
    }
    CHECK_FALSE(is_age_identity("AGE-PLUGIN-SOMETHING-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ"));
}

TEST_CASE("A file sealed for somebody else says so")
{
    const Folder folder;
    put_text(folder / "sealed.age", sealed_by_age("lunch", other_age_keys().recipient));
    CHECK(sentence(opened(folder / "sealed.age", our_age_keys().identity)).find("somebody else") != std::string::npos);
}

TEST_CASE("A file that was cut or changed is never taken for whole")
{
    const Folder folder;
    const auto sealed = sealed_by_age(random_text(100'000));
    for (std::size_t at = 0; at < sealed.size(); at += 9'970) {
        put_text(folder / "cut.age", sealed.substr(0, at));
        CHECK_FALSE(opened(folder / "cut.age", our_age_keys().identity));
        auto changed = sealed;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        put_text(folder / "changed.age", changed);
        CHECK_FALSE(opened(folder / "changed.age", our_age_keys().identity));
    }
    put_text(folder / "longer.age", sealed + "x");
    CHECK_FALSE(opened(folder / "longer.age", our_age_keys().identity));
}

TEST_CASE("An opener that failed goes on failing")
{
    const Folder folder;
    const auto sealed = sealed_by_age(random_text(100'000));
    put_text(folder / "cut.age", sealed.substr(0, sealed.size() - 1));
    auto opener = AgeOpener::open(folder / "cut.age", our_age_keys().identity);
    REQUIRE(opener);
    std::vector<char> bytes(1 << 20);
    Result<std::size_t> size = opener->read(bytes);
    while (size && *size > 0) size = opener->read(bytes);
    CHECK_FALSE(size);
    CHECK_FALSE(opener->read(bytes));
}

TEST_CASE("What is no file at all is refused in a sentence")
{
    const Folder folder;
    CHECK(sentence(opened(folder / "none", our_age_keys().identity)).find("no such file") != std::string::npos);
    CHECK(sentence(opened(folder.path(), our_age_keys().identity)).find("folder") != std::string::npos);
    put_text(folder / "plain", "activity,kind\r\n");
    CHECK(sentence(opened(folder / "plain", our_age_keys().identity)).find("not a sealed file") != std::string::npos);
}

TEST_CASE("A sink that fails ends the sealing with its own sentence")
{
    const auto has_no_room = [](std::string_view) -> Result<> { return failure("no room"); };
    auto sealer = AgeSealer::start(our_age_keys().recipient);
    REQUIRE(sealer);
    Result<> done = sealer->write(random_text(3'000'000), has_no_room);
    if (done) done = sealer->finish(has_no_room);
    CHECK(sentence(done) == "no room");
}

TEST_CASE("A sealing given up half-way leaves no child behind")
{
    const auto began = std::chrono::steady_clock::now();
    {
        auto sealer = AgeSealer::start(our_age_keys().recipient);
        REQUIRE(sealer);
        REQUIRE(sealer->write("half", [](std::string_view) -> Result<> { return {}; }));
    }
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds{5});
}

TEST_CASE("A child that has gone is an error and not a signal")
{
    auto child = ChildProcess::start({"true"});
    REQUIRE(child);
    const auto nowhere = [](std::string_view) -> Result<> { return {}; };
    Result<bool> written = true;
    for (int i = 0; i < 100 && written && *written; ++i) {
        written = child->write(random_text(100'000), nowhere);
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    CHECK((written && !*written));
}

TEST_CASE("A program that is not there is a sentence")
{
    CHECK(sentence(ChildProcess::start({"refectory-no-such-program"})).find("installed") != std::string::npos);
}

TEST_CASE("The secret key is on no command line and in no environment while a file is opened")
{
    const Folder folder;
    put_text(folder / "sealed.age", sealed_by_age(random_text(5'000'000)));
    auto opener = AgeOpener::open(folder / "sealed.age", our_age_keys().identity);
    REQUIRE(opener);
    std::array<char, 16> first;
    REQUIRE(opener->read(first));  // it runs now, and waits for us to read on
    int seen = 0;
    for (const auto& process : std::filesystem::directory_iterator{"/proc"}) {
        const auto command = file_text(process.path() / "cmdline");
        seen += command.starts_with("age");
        CHECK(command.find(our_age_keys().identity) == std::string::npos);
        CHECK(file_text(process.path() / "environ").find(our_age_keys().identity) == std::string::npos);
    }
    CHECK(seen > 0);
}
