// What the coordinator is told of whom nothing tells that an activity is at another time or place.
#include "disk_put_back.hpp"

using namespace refectory;
using namespace refectory::test;

namespace {

// The lunch as the coordinator's spreadsheet has it, published to where the kiosk takes it from, or to where it does not.
struct Lunch {
    Circle& circle;

    // What is said of whom nothing tells.
    std::string published(const std::string& date, const std::string& state, const std::string& place = "Hub,", const std::string& to = "../out") const
    {
        const auto activities = circle.program.folder / "programme/activities.csv";
        const auto text = file_text(activities);
        put(activities, text.substr(0, text.find("LUNCH-WIDE")) + fmt::format("LUNCH-WIDE,lunch,{},Wide,,{},12:00,13:00,{},1,,all,4,1\n", state, date, place));
        const auto [code, said, complained] = circle.program.run("programme publish ../programme -o " + to);
        INFO(complained);
        CHECK((code == 0) == (to == "../out"));
        const std::string beginning = "LUNCH-WIDE “Wide” ";
        std::string unsaid;
        for (std::size_t at = 0; (at = said.find(beginning, at)) != std::string::npos; ++at)
            if (const auto line = said.substr(at, said.find('\n', at) - at); line.contains("Nothing tells them")) unsaid += line.substr(beginning.size(), line.find(". ") + 1 - beginning.size());
        return unsaid;
    }
    // As the kiosk at which they signed up comes to run it, and tells of that.
    void runs(int minute) const
    {
        CHECK(take_over(*circle.adults, circle.program.folder / "out", morning + std::chrono::minutes{minute}) == "(no error)");
        is_heard_of(minute);
    }
    void takes_line_out() const
    {
        const auto activities = circle.program.folder / "programme/activities.csv";
        put(activities, file_text(activities).substr(0, file_text(activities).find('\n') + 1));
        put(circle.program.folder / "programme/allotments.csv", "activity,kiosk,chairs\n");
    }
    std::string complaint_on(const std::string& now) const { return circle.program.run("programme publish ../programme -o ../out", now).complained; }
    void is_heard_of(int minute) const
    {
        circle.export_of(*circle.adults, morning + std::chrono::minutes{minute});
        REQUIRE(circle.program.run("collect ../stick").code == 0);
    }
};

const std::string elsewhere = "is at another time or place than it was, and 1 person has signed up for it.",
                  only_proposed = "is only proposed now, and 1 person has signed up for it.",
                  after_all = "takes place after all, and 1 person has signed up for it and may have read that it does not.";

}

TEST_CASE("whom nothing tells that an activity is on another day is told of to the coordinator until it is put right")
{
    Circle circle;
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults);
    CHECK(circle.round()["published"]["unsaid"].empty());
    const Lunch lunch_wide{circle};
    CHECK(lunch_wide.published("2026-12-02", "planned,") == elsewhere);
    CHECK(lunch_wide.published("2026-12-02", "planned,") == elsewhere);  // until it is put right
    CHECK(circle.round()["to_do"][0] == "Tell 1 person of LUNCH-WIDE, by its state and a reason: another time or place, below.");
    CHECK(lunch_wide.published("2026-12-03", "moved,The hub is closed.").empty());
    CHECK(lunch_wide.published("2026-12-03", "planned,") == elsewhere);  // no kiosk ran what said so
    CHECK(lunch_wide.published("2026-12-03", "moved,The hub is closed.").empty());
    lunch_wide.runs(60);
    CHECK(lunch_wide.published("2026-12-03", "planned,").empty());
    CHECK(lunch_wide.published("2026-12-03", "proposed,") == only_proposed);
    CHECK(lunch_wide.published("2026-12-03", "proposed,") == only_proposed);
    CHECK(lunch_wide.published("2026-12-03", "planned,").empty());  // as they know it
    CHECK(lunch_wide.published("2026-12-04", "proposed,") == only_proposed);
    CHECK(lunch_wide.published("2026-12-04", "planned,") == elsewhere);
    CHECK(lunch_wide.published("2026-12-03", "cancelled,Too few.").empty());
    CHECK(lunch_wide.published("2026-12-03", "planned,").empty());  // nobody has read that it was cancelled
    CHECK(lunch_wide.published("2026-12-03", "cancelled,Too few.").empty());
    lunch_wide.runs(120);
    put(circle.program.folder / "no-folder", "");
    CHECK(lunch_wide.published("2026-12-03", "planned,", "Hub,", "../no-folder").empty());  // it was decided on, and nobody read of it
    REQUIRE(circle.program.run("kiosk add MC-TWO --team T --organisation O --site S --programme ../programme -o two").code == 0);
    CHECK(lunch_wide.published("2026-12-03", "planned,") == after_all);
    CHECK(lunch_wide.published("2026-12-03", "planned,") == after_all);
    CHECK(lunch_wide.published("2026-12-03", "moved,Enough after all.").empty());
}

TEST_CASE("whom nothing tells that an activity was on a day that has passed is told of, and its line stays, until the day for which they come")
{
    Circle circle;
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults);
    circle.round();
    const Lunch lunch_wide{circle};
    CHECK(lunch_wide.published("2026-11-23", "planned,") == elsewhere);
    CHECK(lunch_wide.published("2026-11-23", "held,") == elsewhere);
    lunch_wide.takes_line_out();
    CHECK(lunch_wide.complaint_on("2026-12-01T11:00").contains("People signed up for LUNCH-WIDE"));
    CHECK(lunch_wide.complaint_on("2026-12-01T12:01").empty());
}

TEST_CASE("a day that was a slip of the pen and is far off binds the line of an activity no longer than its own day")
{
    Circle circle;
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults);
    circle.round();
    const Lunch lunch_wide{circle};
    CHECK(lunch_wide.published("2062-12-01", "planned,") == elsewhere);
    CHECK(lunch_wide.published("2026-12-01", "planned,").empty());
    lunch_wide.takes_line_out();
    CHECK(lunch_wide.complaint_on("2026-12-01T12:30").contains("People signed up for LUNCH-WIDE"));
    CHECK(lunch_wide.complaint_on("2026-12-01T13:01").empty());
}

TEST_CASE("who signed up before their kiosk ran the programme that names another day is told of, however late the desk hears of the sign-up")
{
    Circle circle;
    const Lunch lunch_wide{circle};
    CHECK(lunch_wide.published("2026-12-02", "planned,").empty());  // nobody is known to have signed up
    Circle::sign_up(*circle.adults, 2, 1);
    lunch_wide.runs(60);
    Circle::sign_up(*circle.adults, 3, 90);  // read the other day
    lunch_wide.is_heard_of(100);
    CHECK(lunch_wide.published("2026-12-02", "planned,") == elsewhere);
}

TEST_CASE("what a second machine of the kiosk has said of another day is not told to who signed up at the first")
{
    Circle circle;
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults);
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    const auto second = circle.set_up_in("second", "MC-ADULTS", 12);
    const Lunch lunch_wide{circle};
    CHECK(lunch_wide.published("2026-12-03", "moved,The hub is closed.").empty());
    CHECK(take_over(*second, circle.program.folder / "out", morning + std::chrono::hours{1}) == "(no error)");
    circle.export_of(*second, morning + std::chrono::hours{1});
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    CHECK(lunch_wide.published("2026-12-03", "planned,") == elsewhere);
}

TEST_CASE("who signs up at a disk that was put back is not taken to have read what ran there before")
{
    Circle circle;
    const Lunch lunch_wide{circle};
    DiskPutBack disk{circle};
    CHECK(lunch_wide.published("2026-12-03", "moved,The hub is closed.").empty());
    lunch_wide.runs(60);
    disk.put_back();
    Circle::sign_up(*circle.adults, 2, 70);
    lunch_wide.is_heard_of(80);
    CHECK(lunch_wide.published("2026-12-03", "planned,") == elsewhere);
    CHECK(lunch_wide.published("2026-12-01", "planned,") == elsewhere);  // or they did
    CHECK(lunch_wide.published("2026-12-03", "moved,The hub is closed.").empty());
    lunch_wide.runs(90);
    CHECK(lunch_wide.published("2026-12-03", "planned,").empty());
}

TEST_CASE("another building is another place, and more words on how to find it are not")
{
    Circle circle;
    const Lunch lunch_wide{circle};
    CHECK(lunch_wide.published("2026-12-01", "planned,", "Hub,Gun Wharf").empty());
    lunch_wide.runs(60);
    Circle::sign_up(*circle.adults, 2, 70);
    lunch_wide.is_heard_of(80);
    CHECK(lunch_wide.published("2026-12-01", "planned,", "HUB,\"Gun Wharf, step-free\"").empty());
    CHECK(lunch_wide.published("2026-12-01", "planned,", "Hub,").empty());
    CHECK(lunch_wide.published("2026-12-01", "planned,", "Hub,Kingsley House") == elsewhere);
    CHECK(lunch_wide.published("2026-12-01", "planned,", "Hub,Wharf Gun") == elsewhere);
}
