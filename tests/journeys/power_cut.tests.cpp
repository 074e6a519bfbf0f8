// What a power cut, a full disk and a pulled stick leave behind: a process that signs people up and exports is killed at random
// moments, and whatever it had said was done is looked for afterwards.
#include "desk/desk.hpp"
#include "exchange/collect.hpp"
#include "exchange/exporter.hpp"
#include "journeys/kiosk_in_front.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <set>

using namespace refectory;

namespace {

const auto morning = instant_at({std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}}, 9, 0);
const ActivityId lunch{"LUNCH-1"};
constexpr int sign_ups_wanted = 200;

// What the process says once it is on disk: the number of a fact, or of a parcel as less than nothing.
using Said = std::int64_t;

void say(int to, Said what)
{
    if (::write(to, &what, sizeof what) != sizeof what) _exit(3);
}

void export_day(KioskStore& store, const std::filesystem::path& stick, int to)
{
    Exporter exporter{"test"};
    if (!exporter.start(store, stick, morning, ClockTrust::trusted)) _exit(4);
    while (true) {
        const auto end = exporter.take_end(store, morning, ClockTrust::trusted);
        if (!end) continue;
        if (!*end) _exit(5);
        return say(to, -(*end)->parcel.parcel);
    }
}

// Signs up and withdraws, each said when it is done, with an export in between now and then. It ends when it is killed.
[[noreturn]] void work(const std::filesystem::path& data, const std::filesystem::path& stick, unsigned seed, int to)
{
    const auto store = KioskStore::open(data, test::seeded(seed), morning);
    if (!store) _exit(2);
    for (unsigned round = seed;; ++round) {
        const PersonId person{static_cast<std::int64_t>(11 + round % 6)};
        const auto done = (*store)->sign_ups().sign_up(lunch, person, morning, ClockTrust::trusted);
        if (!done) _exit(6);
        say(to, done->key.seq);
        if (!(*store)->sign_ups().withdraw(lunch, person, WithdrawalReason::by_person, morning, ClockTrust::trusted)) _exit(7);
        if (round % 5 == 0) export_day(**store, stick, to);
    }
}

struct Heard {
    std::vector<Said> all;
    int sign_ups() const { return static_cast<int>(std::ranges::count_if(all, [](Said said) { return said > 0; })); }
};

// Runs the work until so many things were said and a little longer, and kills it.
Heard run_and_kill(const std::filesystem::path& data, const std::filesystem::path& stick, unsigned seed, std::size_t enough, useconds_t longer)
{
    int ends[2] = {};
    REQUIRE(::pipe(ends) == 0);
    const auto process = ::fork();
    if (process == 0) {
        ::close(ends[0]);
        work(data, stick, seed, ends[1]);
    }
    ::close(ends[1]);
    Heard heard;
    Said said = 0;
    while (heard.all.size() < enough && ::read(ends[0], &said, sizeof said) == sizeof said) heard.all.push_back(said);
    ::usleep(longer);
    ::kill(process, SIGKILL);
    while (::read(ends[0], &said, sizeof said) == sizeof said) heard.all.push_back(said);
    ::close(ends[0]);
    int status = 0;
    ::waitpid(process, &status, 0);
    INFO("it ended by itself with " << WEXITSTATUS(status));
    REQUIRE(WIFSIGNALED(status));
    return heard;
}

std::set<std::int64_t> sign_ups_in(KioskStore& store)
{
    std::set<std::int64_t> numbers;
    const auto snapshot = store.exports().snapshot().value();
    const auto extents = snapshot->extents().value();
    for (const auto& extent : extents)
        REQUIRE(snapshot->facts(*find_fact_table("sign_up"), extent, [&](const FactRow& fact) -> Result<> {
            numbers.insert(fact.spine.key.seq);
            return {};
        }));
    return numbers;
}

}

TEST_CASE("a process killed at random moments has lost nothing that it said was done, and left no half parcel that looks whole")
{
    test::Folder folder;
    const auto data = folder.path() / "data", stick = folder.path() / "stick", desk_folder = folder.path() / "desk";
    std::filesystem::create_directories(stick);
    {
        const auto store = KioskStore::open(data, test::seeded(1), morning).value();
        REQUIRE(demonstrate(*store, std::filesystem::path{REFECTORY_SOURCE} / "assets/demonstration", desk_folder, morning, test::seeded(2)));
    }
    std::mt19937 random{20261124};
    std::set<std::int64_t> signed_up, exported;
    for (unsigned run = 0; static_cast<int>(signed_up.size()) < sign_ups_wanted; ++run) {
        const auto heard = run_and_kill(data, stick, 100 + 37 * run, 1 + random() % 12, static_cast<useconds_t>(random() % 30'000));
        for (const auto said : heard.all) (said > 0 ? signed_up : exported).insert(std::abs(said));
        const auto store = KioskStore::open(data, test::seeded(3), morning);
        REQUIRE(store);
        const auto there = sign_ups_in(**store);
        CHECK(std::ranges::includes(there, signed_up));
    }
    const auto desk = Desk::open(desk_folder / "desk", test::seeded(4), morning).value();
    const auto report = collect(desk->store().database(), desk->age_keys().identity, [&](const std::string& kiosk) { return desk->signing_key_of(kiosk); },
                                std::vector{stick}, morning);
    REQUIRE(report);
    for (const auto number : exported) {
        SQLite::Statement parcel{desk->store().database().handle(), "SELECT count(*) FROM parcel WHERE number = ?"};
        parcel.bind(1, number);
        parcel.executeStep();
        CAPTURE(number);
        CHECK(parcel.getColumn(0).getInt() == 1);
    }
    for (const auto& file : report->files) {
        const auto* refused = std::get_if<ParcelRefused>(&file.outcome);
        INFO(file.file << (refused ? refused->sentence : ""));
        CHECK(refused == nullptr);
    }
    CHECK(exported.size() > 10);
}

TEST_CASE("a disk that is full refuses a sign-up in a sentence and keeps what it has")
{
    test::Folder folder;
    const auto data = folder.path() / "data";
    {
        const auto store = KioskStore::open(data, test::seeded(1), morning).value();
        REQUIRE(demonstrate(*store, std::filesystem::path{REFECTORY_SOURCE} / "assets/demonstration", folder.path() / "desk", morning, test::seeded(2)));
    }
    const auto process = ::fork();
    if (process == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const auto store = KioskStore::open(data, test::seeded(5), morning).value();
        if (!store->sign_ups().sign_up(lunch, PersonId{11}, morning, ClockTrust::trusted)) _exit(1);
        const rlimit nothing_more{4096, 4096};  // no file may grow past its first page
        ::setrlimit(RLIMIT_FSIZE, &nothing_more);
        const auto refused = store->sign_ups().sign_up(lunch, PersonId{12}, morning, ClockTrust::trusted);
        const auto unanswered = store->answers().record({AnswerKind::question, lunch, {}, {}, "What would you do first?"});
        _exit(!refused && !refused.error().sentence.empty() && !unanswered ? 0 : 2);
    }
    int status = 0;
    ::waitpid(process, &status, 0);
    CHECK(status == 0);
    const auto store = KioskStore::open(data, test::seeded(6), morning);
    REQUIRE(store);
    CHECK((*store)->activities().places(lunch).promised() == 1);
    CHECK((*store)->answers().count() == 0);
}
