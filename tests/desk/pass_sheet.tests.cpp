// What a printer would get, as programs that are not ours read it: poppler's pdftotext and pdftoppm, and zxing on its pixels.
#include "desk/pass_sheet.hpp"
#include "desk_fixture.hpp"
#include "platform/qr_reader.hpp"

using namespace refectory;
using namespace refectory::test;

namespace {

constexpr int dots_an_inch = 200;

PassCard pass_of(std::uint32_t number, std::string name)
{
    const auto today = local_date(morning);
    const Pass pass{PersonId{number}, PassNumber{number}, today, add_days(today, 90)};
    return {std::move(name), "University of Kent", pass, write_pass(pass, make_key_pair(seeded(1)).secret_key), "BCDFGHJK"};
}

struct Printed {
    explicit Printed(const std::vector<PassCard>& passes)
    {
        const auto pdf = draw_pass_sheet(passes, morning);
        INFO(sentence(pdf));
        REQUIRE(pdf);
        std::ofstream{folder / "sheet.pdf", std::ios::binary} << *pdf;
    }

    std::string run(const std::string& program) const
    {
        REQUIRE(std::system(("cd '" + folder.path().string() + "' && " + program + " sheet.pdf page").c_str()) == 0);
        return file_text(folder / "page");
    }
    std::string text() const { return run("pdftotext -layout"); }

    // One page as it comes out on paper.
    platform::Picture page(int number) const
    {
        run("pdftoppm -singlefile -r " + std::to_string(dots_an_inch) + " -f " + std::to_string(number));
        std::ifstream file{folder / "page.ppm", std::ios::binary};
        std::string kind;
        int width = 0, height = 0, brightest = 0;
        file >> kind >> width >> height >> brightest;
        file.get();
        REQUIRE(kind == "P6");
        platform::Picture picture{width, height, {}};
        for (int i = 0; i < width * height; ++i) {
            for (int channel = 0; channel < 3; ++channel) picture.rgba.push_back(static_cast<std::uint8_t>(file.get()));
            picture.rgba.push_back(255);
        }
        return picture;
    }

    Folder folder;
};

// One of the eight, as a pair of scissors would cut it.
platform::Picture cut_out(const platform::Picture& page, int column, int row)
{
    const auto pixels = [](double millimetres) { return static_cast<int>(millimetres / 25.4 * dots_an_inch); };
    const int left = pixels(10 + 95 * column), top = pixels(10 + 69.25 * row);
    platform::Picture card{pixels(95), pixels(69.25), {}};
    for (int y = 0; y < card.height; ++y)
        for (int x = 0; x < card.width * 4; ++x)
            card.rgba.push_back(page.rgba[static_cast<std::size_t>((top + y) * page.width * 4 + left * 4 + x)]);
    return card;
}

}

TEST_CASE("each pass of a sheet reads back from what is printed, and its words are on it")
{
    std::vector<PassCard> passes;
    for (std::uint32_t i = 1; i <= 9; ++i) passes.push_back(pass_of(i, "Dr Number " + std::to_string(i)));
    const Printed printed{passes};
    const auto first = printed.page(1), second = printed.page(2);
    for (int i = 0; i < 8; ++i) CHECK(platform::read_qr(cut_out(first, i % 2, i / 2)) == passes[static_cast<std::size_t>(i)].text);
    CHECK(platform::read_qr(cut_out(second, 0, 0)) == passes.back().text);
    CHECK_FALSE(platform::read_qr(cut_out(second, 1, 0)));

    const auto text = printed.text();
    for (const auto* words : {"Pass 1 ", "Pass 9", "Dr Number 1", "Dr Number 9", "University of Kent", "24 November 2026 to",
                              "22 February 2027", "or type", "BCDF GHJK", "Show this at the kiosk when you come and when you go."}) {
        INFO(words << " in:\n" << text);
        CHECK(text.find(words) != std::string::npos);
    }
}

TEST_CASE("a name is printed in any script, and a long one takes more lines")
{
    const Printed printed{{pass_of(1, "Łukasz Nowak"), pass_of(2, "Δρ Ελένη Παπαδοπούλου"), pass_of(3, "陈伟玲 博士"),
                           pass_of(4, "Professor Maximiliana Featherstonehaugh-Cholmondeley")}};
    const auto text = printed.text();
    INFO(text);
    for (const auto* words : {"Łukasz", "Παπαδοπούλου", "Featherstonehaugh", "Cholmondeley"}) CHECK(text.find(words) != std::string::npos);
    CHECK(platform::read_qr(cut_out(printed.page(1), 1, 1)) == pass_of(4, "").text);
}

TEST_CASE("the same passes come out as the same file, and one without letters prints none")
{
    auto pass = pass_of(1, "Dr Amara Okafor");
    CHECK(draw_pass_sheet({{pass}}, morning).value() == draw_pass_sheet({{pass}}, morning).value());
    pass.letters.clear();
    CHECK(Printed{{pass}}.text().find("or type") == std::string::npos);
}
