#include "widgets_stage.hpp"

#include "kiosk/widgets/field.hpp"
#include "kiosk/widgets/icons.hpp"
#include "kiosk/widgets/qr.hpp"
#include "kiosk/widgets/qr_code.hpp"
#include "kiosk/widgets/shapes.hpp"
#include "kiosk/widgets/text.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace refectory;
using namespace refectory::ui;
using refectory::test::Stage;

namespace {

void on_a_page(const std::function<void(Page&)>& check, float width = 1280, float height = 800)
{
    Stage{check, width, height};
}

ImWchar code_point_of_three_bytes(std::string_view glyph)
{
    unsigned value = static_cast<unsigned char>(glyph[0]) & 0x0FU;
    for (const char byte : glyph.substr(1)) value = value << 6 | (static_cast<unsigned char>(byte) & 0x3FU);
    return static_cast<ImWchar>(value);
}

bool is_whole_utf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t more = lead < 0x80 ? 0 : lead < 0xC0 ? text.size() : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        if (i + more >= text.size()) return false;
        for (std::size_t j = 1; j <= more; ++j)
            if ((static_cast<unsigned char>(text[i + j]) & 0xC0U) != 0x80) return false;
        i += more;
    }
    return true;
}

}

TEST_CASE("type has the size that its style names")
{
    // A capital M of Inter is 0.89 of the type size wide.
    on_a_page([](Page& page) {
        const TextStyle style{Weight::regular, 100, theme::ink};
        CHECK(measure(page, "M", style).width == Catch::Approx(89).margin(5));
    });
}

TEST_CASE("headings are set tighter than their letters alone")
{
    on_a_page([](Page& page) {
        const auto alone = measure(page, "S", style::title).width + measure(page, "o", style::title).width;
        CHECK(measure(page, "So", style::title).width == Catch::Approx(alone).margin(0.1));
        const float pixels = style::title.size * theme::natural_line;
        const float natural = page.fonts().display->CalcTextSizeA(pixels, 1e9F, 0, "So").x;
        CHECK(measure(page, "So", style::title).width < natural - 1);
    });
}

TEST_CASE("a text is as wide in logical units on any glass")
{
    float small = 0, large = 0;
    on_a_page([&](Page& page) { small = measure(page, "Social workers", style::lead).width; }, 1024, 640);
    on_a_page([&](Page& page) { large = measure(page, "Social workers", style::lead).width; }, 2560, 1600);
    CHECK(small == Catch::Approx(large).epsilon(0.02));
}

TEST_CASE("what is too long for its line ends in an ellipsis and fits")
{
    const std::string names[] = {"A very long title that nobody would fit into so small a place", "ǄǄǄǄǄǄǄǄǄǄ",
                                 "ĄĆĘŁŃÓŚŹŻąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "ЩЮЖЩЮЖЩЮЖЩЮЖЩЮЖ"};
    on_a_page([&](Page& page) {
        for (const auto& name : names) {
            for (float width = 20; width < 220; ++width) {
                const auto cut = shortened(page, name, style::body, width);
                CHECK(cut.ends_with("…"));
                CHECK(is_whole_utf8(cut));
                CHECK(measure(page, cut, style::body).width <= width + 1);
            }
            CHECK(shortened(page, name, style::body, 5000) == name);
        }
        for (float width = 20; width < 150; ++width) {
            const auto cut = shortened(page, "1pm to 2pm, upstairs. Or, not: see", style::body, width);
            for (const auto* stop : {" …", ".…", ",…", ":…"}) CHECK_FALSE(cut.ends_with(stop));
        }
        CHECK(shortened(page, "ABC", style::body, 0) == "…");
        CHECK(shortened(page, "", style::body, 0).empty());
    });
}

TEST_CASE("wrapped lines keep every word and the width")
{
    on_a_page([](Page& page) {
        const std::string words = "What volunteering with displaced families taught one academic about assessments here at home";
        std::string again;
        for (const auto& line : wrapped_lines(page, words, style::lead, 400)) {
            CHECK(measure(page, line, style::lead).width <= 400);
            again += (again.empty() ? "" : " ") + line;
        }
        CHECK(again == words);
        CHECK(wrapped_lines(page, "", style::lead, 400).size() == 1);
        CHECK(wrapped_lines(page, "one\n\ntwo", style::lead, 400).size() == 3);
    });
}

TEST_CASE("a heading and its text stand in the transcript whole even where the glass shortens them")
{
    Stage stage{[](Page& page) {
        const auto used = heading(page, {40, 100}, 200, "Social workers without any borders at all", style::title, 2);
        CHECK(used == Catch::Approx(112));
        line(page, {40, 300}, 60, "12:30pm to 1:15pm", style::second);
    }};
    CHECK(stage.pilot.reads() == "# Social workers without any borders at all\n  12:30pm to 1:15pm\n");
}

TEST_CASE("letters that Inter lacks come from the font behind it and icons are all there")
{
    on_a_page([](Page& page) {
        const ImWchar letters[] = {0x0141, 0x0219, 0x1EC5, 0x03A9, 0x0436, 0x0503, 0x2C65};
        for (auto* font : {page.fonts().regular, page.fonts().semibold, page.fonts().display})
            for (const ImWchar letter : letters)
                CHECK(font->IsGlyphInFont(letter));
        CHECK_FALSE(page.fonts().regular->IsGlyphInFont(0x4E00));  // neither font has Han
        using namespace icons;
        const char* const all[] = {restaurant, qr_code, school, groups, search, arrow_forward, arrow_back, arrow_upward,
                                   chevron_right, schedule, place, voice, questions, sign_up, chat, person, person_add,
                                   check, backspace, dialpad, log_in, log_out, lock, lock_open, edit, usb, verified,
                                   note, calendar, erase, block, present, info, warning, hours, undo, send, smile,
                                   faces[0], faces[1], faces[2], faces[3]};
        for (const auto* glyph : all)
            CHECK(page.fonts().icons->IsGlyphInFont(code_point_of_three_bytes(glyph)));
    });
}

TEST_CASE("fields report what was typed and never what is masked")
{
    const std::string endless(5000, 'w');
    const std::string accents = [] { std::string text; for (int i = 0; i < 400; ++i) text += "é"; return text; }();
    Stage stage{[&](Page& page) {
        text_field(page, {40, 100, 400, 80}, "", "Your name");
        text_field(page, {40, 200, 400, 80}, accents, "Your name");
        text_area(page, {40, 300, 400, 120}, endless, "Your words");
        text_area(page, {40, 440, 400, 20}, "low", "Your words");
        secret_field(page, {40, 500, 400, 90}, "8642", 6, true, "Your PIN");
        secret_field(page, {40, 600, 400, 90}, "KP", 4, false, "Your letters");
    }};
    CHECK(stage.elements().size() == 6);
    CHECK(stage.pilot.shows("Your name"));
    CHECK(stage.pilot.shows(accents));
    CHECK(stage.pilot.shows("KP"));
    CHECK_FALSE(stage.pilot.shows("8642"));
}

TEST_CASE("a QR code is as large as its text needs and has its three corners")
{
    const auto small = encode_qr("KPTW");
    REQUIRE(small);
    CHECK(small->width == 21);
    CHECK(small->dark.size() == 21U * 21U);
    CHECK(encode_qr(std::string(300, 'x'))->width > 60);
    for (const auto& [x, y] : {std::pair{0, 0}, {14, 0}, {0, 14}}) {
        CHECK(small->is_dark(x, y));
        CHECK_FALSE(small->is_dark(x + 1, y + 1));
        CHECK(small->is_dark(x + 3, y + 3));
    }
    CHECK_FALSE(encode_qr(""));
    CHECK(encode_qr(std::string(2331, '\xFF')));
    CHECK_FALSE(encode_qr(std::string(2332, 'x')));
    CHECK(encode_qr(std::string_view{"a\0b", 3}));
}

TEST_CASE("shapes take places of any size without harm")
{
    Stage stage{[](Page& page) {
        for (const float size : {0.0F, 1.0F, 10.0F, 3000.0F}) {
            card(page, {10, 10, size, size});
            bar(page, {10, 10, size, 6}, 2);
            bar(page, {10, 10, size, 6}, -1);
            qr(page, {10, 10, size, size}, "text", "QR code");
        }
        for (const int chairs : {0, 1, 12, 13, 500}) seats(page, {40, 40}, 1, chairs, theme::green);
        const float width = pill(page, {40, 400}, icons::place, "The hub", theme::green_tint, theme::green);
        CHECK(width == pill_width(page, icons::place, "The hub"));
    }};
    CHECK(stage.pilot.shows("QR code"));
}
