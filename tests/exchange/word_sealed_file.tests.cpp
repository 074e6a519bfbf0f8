#include "exchange/setup_words.hpp"
#include "exchange/word_sealed_file.hpp"
#include "exchange_fixture.hpp"

using namespace refectory;

namespace {

constexpr WordSealedKind kind{"refectory letter 1\n", "letter", "a letter", "Ask for another."};
const std::vector<std::string> words = make_setup_words(seeded(5));

Result<> write(const std::filesystem::path& file, const std::string& text, std::uint64_t size, std::size_t piece = 1000)
{
    return write_word_sealed(kind, {size, [&](const ByteSink& sink) -> Result<> {
                                 for (std::size_t at = 0; at < text.size(); at += piece) REFECTORY_TRY(sink(std::string_view{text}.substr(at, piece)));
                                 return {};
                             }}, file, words, seeded(4));
}

Result<std::string> read(const std::filesystem::path& file)
{
    std::string text;
    REFECTORY_TRY(read_word_sealed(kind, file, setup_phrase(words), [&](std::string_view bytes) -> Result<> {
        text += bytes;
        return {};
    }));
    return text;
}

std::string text_of_size(std::size_t size)
{
    Bytes bytes(size);
    seeded(8)(bytes);
    return text_of(bytes);
}

}

TEST_CASE("What six words seal comes out again whatever its size and the pieces that it came in")
{
    const Folder folder;
    constexpr std::size_t chunk = 64 * 1024;
    for (const auto size : {std::size_t{0}, std::size_t{1}, chunk - 1, chunk, chunk + 1, 3 * chunk}) {
        const auto text = text_of_size(size);
        for (const auto piece : {std::size_t{777}, chunk, 4 * chunk}) {
            REQUIRE(sentence(write(folder / "letter", text, size, piece)) == "(no error)");
            const auto back = read(folder / "letter");
            CAPTURE(size, piece, sentence(back));
            REQUIRE(back);
            CHECK(*back == text);
            std::filesystem::remove(folder / "letter");
        }
    }
}

TEST_CASE("What became more or less while it was sealed leaves no file")
{
    const Folder folder;
    CHECK(sentence(write(folder / "letter", "four", 5)).find("became less") != std::string::npos);
    CHECK(sentence(write(folder / "letter", "four", 3)).find("grew") != std::string::npos);
    CHECK(folder.names().empty());
}

TEST_CASE("A file sealed with six words says of its own kind what is wrong with it")
{
    const Folder folder;
    REQUIRE(write(folder / "letter", "four", 4));
    auto text = file_text(folder / "letter");
    put_text(folder / "cut", text.substr(0, 50));
    CHECK(sentence(read(folder / "cut")) == "This letter is not complete: its end is missing. Copy it again.");
    put_text(folder / "other", "refectory set-up 1\n" + text.substr(19));
    CHECK(sentence(read(folder / "other")) == "This is not a letter.");
    text.back() = static_cast<char>(text.back() ^ 1);
    put_text(folder / "damaged", text);
    CHECK(sentence(read(folder / "damaged")) == "This letter is damaged. Ask for another.");
}
