#include "circle.hpp"

using namespace refectory;
using namespace refectory::test;

TEST_CASE("a pass's letters travel as hashes to the kiosks that its academic visits, for as long as they can mean something")
{
    DeskInFolder at;
    auto programme = demonstration_programme();
    const auto identity = at.identity_of(adults, at.add(adults, &programme));
    at.add(hospital);
    const auto today = local_date(morning);
    const std::vector academics{PersonId{1}, PersonId{6}};
    const auto made = at.desk->passes_for(academics, today, add_days(today, 30), morning).value();
    REQUIRE(made.size() == 2);
    const auto stranger = at.desk->make_pass(PersonId{999}, today, today, morning).value();
    REQUIRE(at.desk->withdraw_pass(made[0].pass.number, morning));
    const auto published_on = [&](Date day) {
        const auto published = at.desk->publish(programme, at.folder / "out", start_of_day(day)).value();
        return read_programme(published.files.back().path, identity.age_identity, at.desk->identity().signing_key).value();
    };
    const auto read = published_on(today);
    CHECK_FALSE(read.pass_codes.empty());
    for (const auto& [pass, code] : read.pass_codes) {
        CHECK(std::ranges::find(read.people, pass.person, &Person::id) != read.people.end());
        CHECK(pass.number != stranger.pass.number);
        const auto its = std::ranges::find(made, pass, &MadePass::pass);
        REQUIRE(its != made.end());
        CHECK(matches(its->letters, code));
    }
    CHECK(std::ranges::find(read.pass_codes, made[0].pass, &PassCode::pass) != read.pass_codes.end());
    CHECK_FALSE(published_on(add_days(today, 30 + 90)).pass_codes.empty());
    CHECK(published_on(add_days(today, 30 + 91)).pass_codes.empty());
    CHECK(made[0].letters != made[1].letters);
}

TEST_CASE("whoever has a pass with these very dates keeps it, with its letters, unless it was withdrawn")
{
    DeskInFolder at;
    const auto today = local_date(morning);
    const std::vector academics{PersonId{1}, PersonId{3}};
    const auto passes = [&](Date from, Date until) { return at.desk->passes_for(academics, from, until, morning).value(); };
    const auto first = passes(today, add_days(today, 90)), again = passes(today, add_days(today, 90));
    CHECK(again[0].pass == first[0].pass);
    CHECK(again[0].text == first[0].text);
    CHECK(again[0].letters == first[0].letters);
    CHECK(passes(today, add_days(today, 91))[0].pass.number.value == 3);
    CHECK(passes(add_days(today, 1), add_days(today, 90))[0].pass.number.value == 5);
    REQUIRE(at.desk->withdraw_pass(first[0].pass.number, morning));
    const auto after = passes(today, add_days(today, 90));
    CHECK(after[0].pass.number.value == 7);
    CHECK(after[0].letters != first[0].letters);
    CHECK(after[1].pass == first[1].pass);
    CHECK_FALSE(at.desk->passes_for(std::vector{PersonId{5}, PersonId{0}}, today, today, morning));
    CHECK(passes(today, today)[0].pass.number.value == 8);  // of those that failed none was made
}

TEST_CASE("a pass is made for an academic of the folder that was published last, and for nobody else")
{
    Circle circle;
    REQUIRE(circle.program.run("programme publish ../programme -o ../out").code == 0);
    for (const auto* number : {"2", "70"}) {  // a practitioner; nobody
        const auto made = circle.program.run(std::string{"pass make -o pass "} + number);
        CHECK(made.code == 1);
        CHECK(made.complained.starts_with(fmt::format("Person {} is no academic in ", number)));
    }
    CHECK_FALSE(std::filesystem::exists(circle.program.folder / "work/pass.png"));
    CHECK(circle.program.run("pass make 1 -o pass").code == 0);
}
