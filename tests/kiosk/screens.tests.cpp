// Screens with more on them than usual: nothing is left out, and nothing stands on something else.
#include "kiosk/admin_words.hpp"
#include "kiosk/screens/admin_screens.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/widgets_stage.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <fmt/format.h>

using namespace refectory;

namespace {

constexpr float touch = 4;  // what letters may reach into a neighbour's line

bool overlap(const ui::Rect& one, const ui::Rect& other)
{
    return one.x + touch < other.right() && other.x + touch < one.right() && one.y + touch < other.bottom() && other.y + touch < one.bottom();
}

void nothing_overlaps(const std::vector<ui::Element>& elements)
{
    for (std::size_t i = 0; i < elements.size(); ++i)
        for (std::size_t j = i + 1; j < elements.size(); ++j) {
            INFO("“" << elements[i].words << "” and “" << elements[j].words << "”");
            CHECK_FALSE(overlap(elements[i].where, elements[j].where));
        }
}

AdminView admin_view(std::size_t sticks, std::vector<std::string> problems)
{
    AdminView view;
    view.waiting = "47 facts and 12 answers";
    for (std::size_t i = 0; i < sticks; ++i) view.sticks.push_back(fmt::format("Export to KMTP-{}", i));
    view.stick_problems = std::move(problems);
    view.stays_seconds = 60;
    return view;
}

}

TEST_CASE("the admin's page has room for no stick, for several, and for what is wrong with others")
{
    const auto [width, height] = GENERATE(from_range(test::glasses));
    const auto sticks = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{3});
    const auto troubled = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{3});
    CAPTURE(width, height, sticks, troubled);
    const std::vector<std::string> all{fmt::format(fmt::runtime(words::admin::stick_encrypted), "KMTP-LOCKED"),
                                       fmt::format(fmt::runtime(words::admin::stick_read_only), "KMTP-SHUT"),
                                       fmt::format(fmt::runtime(words::admin::stick_foreign), "KMTP-FOREIGN")};
    const std::vector<std::string> problems{all.begin(), all.begin() + static_cast<std::ptrdiff_t>(troubled)};
    test::Stage stage{[&](ui::Page& page) { draw_admin(page, {}, admin_view(sticks, problems), 1); }, width, height};
    nothing_overlaps(stage.elements());
    for (std::size_t i = 0; i < sticks; ++i) CHECK(stage.pilot.shows(fmt::format("Export to KMTP-{}", i)));
    const bool is_all_told = std::ranges::all_of(problems, [&](const std::string& problem) { return stage.pilot.shows(problem); });
    CHECK((is_all_told || stage.pilot.shows(fmt::format("{} will not do", troubled == 1 ? "1 stick" : fmt::format("{} sticks", troubled)))));
    if (sticks <= 1 && troubled <= 1 + sticks) CHECK(is_all_told);
}

TEST_CASE("a fire list names everybody who is in, however many they are")
{
    const auto [width, height] = GENERATE(from_range(test::glasses));
    const auto count = GENERATE(1, 12, 13, 18, 19, 48, 49, 70, 71, 100);
    FireListView view{"They are in", "At 5pm", {}};
    for (int i = 0; i < count; ++i) view.in.push_back({fmt::format("Dr {} Visitor", i), "In since 2pm"});
    test::Stage stage{[&](ui::Page& page) { draw_fire_list(page, {}, view, 60); }, width, height};
    for (const auto& who : view.in) CHECK(stage.pilot.shows(who.title));
    nothing_overlaps(stage.elements());
}

TEST_CASE("a fire list that names more people than there is room for says how many more are in")
{
    const auto [width, height] = GENERATE(from_range(test::glasses));
    FireListView view{"They are in", "At 5pm", {}};
    for (int i = 0; i < 110; ++i) view.in.push_back({fmt::format("Dr {} Visitor", i), "In since 2pm"});
    test::Stage stage{[&](ui::Page& page) { draw_fire_list(page, {}, view, 60); }, width, height};
    CHECK(stage.pilot.shows("Dr 100 Visitor"));
    CHECK(stage.pilot.shows("and 9 more"));
    nothing_overlaps(stage.elements());
}

TEST_CASE("of many teams each can be chosen, and stays chosen when another page of them is looked at")
{
    const auto [width, height] = GENERATE(from_range(test::glasses));
    const auto count = GENERATE(1, 5, 20, 40);
    CAPTURE(width, height, count);
    AddMeView view;
    for (int i = 0; i < count; ++i) view.teams.push_back(fmt::format("Team {} of Medway", i));
    AddMeDraft draft;
    test::Stage stage{[&](ui::Page& page) { draw_add_me(page, {}, view, draft); }, width, height};
    for (int i = 0; i < count; ++i) {
        nothing_overlaps(stage.elements());
        if (!stage.pilot.shows(view.teams[static_cast<std::size_t>(i)])) REQUIRE(stage.pilot.tap(words::more));
        REQUIRE(stage.pilot.tap(view.teams[static_cast<std::size_t>(i)]));
        CHECK(draft.team == static_cast<std::size_t>(i));
    }
    while (stage.pilot.tap(words::earlier)) CHECK(draft.team == static_cast<std::size_t>(count) - 1);
    CHECK(stage.pilot.shows(view.teams.front()));
}

TEST_CASE("of many activities that are over each can be rated")
{
    const auto [width, height] = GENERATE(from_range(test::glasses));
    FeedbackListView view;
    for (int i = 0; i < 14; ++i) {
        view.cards.emplace_back().activity = ActivityId{fmt::format("L-{}", i)};
        view.cards.back().topic = fmt::format("Topic {} of many", i);
    }
    ListDraft draft;
    Intent asked;
    test::Stage stage{[&](ui::Page& page) {
        if (const auto intent = draw_feedback_list(page, {}, view, draft); !std::holds_alternative<intent::Nothing>(intent)) asked = intent;
    }, width, height};
    for (const auto& card : view.cards) {
        if (!stage.pilot.shows(card.topic)) REQUIRE(stage.pilot.tap(words::more));
        REQUIRE(stage.pilot.tap(card.topic));
        CHECK(std::get<intent::RateActivity>(asked).activity == card.activity);
    }
    while (stage.pilot.tap(words::newer)) {}
    CHECK(stage.pilot.shows(view.cards.front().topic));
}

TEST_CASE("of many sign-ups of one's own each is shown, and the ones before can be turned back to from any page")
{
    const auto [width, height] = GENERATE(from_range(test::glasses));
    MineView view;
    for (int i = 0; i < 8; ++i) view.sign_ups.emplace_back().card.topic = fmt::format("Topic {} of many", i);
    ListDraft draft;
    test::Stage stage{[&](ui::Page& page) { draw_mine(page, {}, view, draft); }, width, height};
    CHECK_FALSE(stage.pilot.shows(words::earlier));
    REQUIRE(stage.pilot.tap(words::more));
    nothing_overlaps(stage.elements());
    CHECK((stage.pilot.shows("Topic 3 of many") && stage.pilot.shows("Topic 5 of many")));
    CHECK((stage.pilot.shows(words::earlier) && stage.pilot.shows(words::more)));
    REQUIRE(stage.pilot.tap(words::more));
    CHECK((stage.pilot.shows("Topic 7 of many") && !stage.pilot.shows(words::more)));
    REQUIRE(stage.pilot.tap(words::earlier));
    REQUIRE(stage.pilot.tap(words::earlier));
    CHECK(stage.pilot.shows("Topic 0 of many"));
}

TEST_CASE("of many set-up files on one stick each can be chosen")
{
    const auto [width, height] = GENERATE(from_range(test::glasses));
    const auto count = GENERATE(1, 2, 12, 20, 24);
    FirstStartView view;
    for (int i = 0; i < count; ++i) view.kiosks.push_back(fmt::format("MC-TEAM-{}", i + 1));
    Intent asked;
    test::Stage stage{[&](ui::Page& page) {
        if (const auto intent = draw_first_start(page, {}, view); !std::holds_alternative<intent::Nothing>(intent)) asked = intent;
    }, width, height};
    nothing_overlaps(stage.elements());
    REQUIRE(stage.pilot.tap(count > 1 ? view.kiosks.back() : fmt::format(fmt::runtime(words::set_up::set_up_as), view.kiosks.back())));
    REQUIRE(std::holds_alternative<intent::ChooseSetUp>(asked));
    CHECK(std::get<intent::ChooseSetUp>(asked).file == static_cast<std::size_t>(count) - 1);
}

TEST_CASE("of more set-up files than the page has room for it says that there are more")
{
    FirstStartView view;
    for (int i = 0; i < 25; ++i) view.kiosks.push_back(fmt::format("MC-TEAM-{}", i + 1));
    test::Stage stage{[&](ui::Page& page) { draw_first_start(page, {}, view); }};
    CHECK(stage.pilot.shows(words::set_up::which_of_more));
    CHECK(stage.pilot.shows("MC-TEAM-24"));
    CHECK_FALSE(stage.pilot.shows("MC-TEAM-25"));
}

TEST_CASE("a kiosk that cannot start says on its screen why, and that it can be tried again")
{
    const auto [width, height] = GENERATE(from_range(test::glasses));
    const std::string why = "Another program has the data in /var/lib/refectory open; end that first.";
    Intent asked;
    test::Stage stage{[&](ui::Page& page) {
        if (const auto intent = draw_cannot_start(page, why); !std::holds_alternative<intent::Nothing>(intent)) asked = intent;
    }, width, height};
    CHECK(stage.pilot.shows("this kiosk cannot start"));
    CHECK(stage.pilot.shows(why));
    nothing_overlaps(stage.elements());
    CHECK(std::holds_alternative<intent::Nothing>(asked));
    REQUIRE(stage.pilot.tap("Try again"));
    CHECK_FALSE(std::holds_alternative<intent::Nothing>(asked));
}

TEST_CASE("a list of visits that is longer than its page can be turned to its end and back")
{
    CorrectionsView view;
    for (int i = 0; i < 17; ++i) view.open.push_back({fmt::format("Dr {} Visitor", i), "In since 2pm"});
    ListDraft draft;
    test::Stage stage{[&](ui::Page& page) { draw_corrections(page, {}, view, draft, 60); }};
    CHECK(stage.pilot.shows("Dr 0 Visitor"));
    int turns = 0;
    while (!stage.pilot.shows("Dr 16 Visitor") && turns < 17) {
        nothing_overlaps(stage.elements());
        REQUIRE(stage.pilot.tap(words::more));
        ++turns;
    }
    CHECK(stage.pilot.shows("Dr 16 Visitor"));
    while (turns-- > 0) REQUIRE(stage.pilot.tap(words::earlier));
    CHECK(stage.pilot.shows("Dr 0 Visitor"));
}
