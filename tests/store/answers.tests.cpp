#include "store/store_fixture.hpp"

#include <sqlite3.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <set>

using namespace refectory;
using namespace refectory::test;

namespace {

// Randomness as the seeded one, but that the next sixteen bytes can be chosen: an answer then has the same key whenever it is
// given, so that two days differ in their order alone.
struct ChosenKeys {
    Entropy rest = seeded(1);
    std::optional<std::uint8_t> next;
};

Entropy entropy_of(const std::shared_ptr<ChosenKeys>& chosen)
{
    return [chosen](std::span<std::uint8_t> bytes) {
        if (!chosen->next) return chosen->rest(bytes);
        std::ranges::fill(bytes, *std::exchange(chosen->next, {}));
    };
}

Answer feedback(std::string words, Face face = Face::useful)
{
    return {AnswerKind::feedback, lunch, {}, face, std::move(words)};
}

// SQLite's own randomness (the salts of its log) is begun alike each time.
struct SameSalts {
    SameSalts()
    {
        std::uint8_t any = 0;
        sqlite3_randomness(1, &any);  // it is seeded by its first use
        sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SAVE);
    }
    void again() const { sqlite3_test_control(SQLITE_TESTCTRL_PRNG_RESTORE); }
};

using Files = std::map<std::string, std::string>;

// A day of four sign-ups, a minute apart, and of answers, each somewhere between them: `places[i]` is the number of sign-ups
// before answer `answers[i]`.
struct Day {
    std::vector<int> people{0, 1, 2, 3};
    std::vector<int> answers{0, 1, 2, 3}, places{1, 2, 3, 4};
};

Files files_after(const Day& day)
{
    Folder folder;
    const auto chosen = std::make_shared<ChosenKeys>();
    const auto store = store_set_up(folder.path(), entropy_of(chosen));
    const auto answers_before = [&](int sign_ups) {
        for (std::size_t i = 0; i < day.answers.size(); ++i) {
            if (day.places[i] != sign_ups) continue;
            const int answer = day.answers[i];
            chosen->next = static_cast<std::uint8_t>(40 + 53 * answer);
            REQUIRE(store->answers().record(feedback("Answer " + std::string(1, static_cast<char>('A' + answer)), static_cast<Face>(answer))));
        }
    };
    for (int i = 0; i < 4; ++i) {
        answers_before(i);
        const auto name = "Person " + std::string(1, static_cast<char>('A' + day.people[static_cast<std::size_t>(i)]));
        added(*store, lunch, name, morning + std::chrono::minutes{i});
    }
    answers_before(4);
    Files files;
    for (const auto& entry : std::filesystem::directory_iterator{folder.path()})
        files[entry.path().filename().string()] = file_text(entry.path());
    return files;
}

void check_same(const Files& one, const Files& other, const std::string& but = {})
{
    REQUIRE(one.size() == other.size());
    for (const auto& [name, bytes] : one) {
        CAPTURE(name);
        if (but.empty() || !name.starts_with(but)) CHECK((other.at(name) == bytes));
    }
}

std::map<std::string, timespec> times_in(const std::filesystem::path& folder)
{
    std::map<std::string, timespec> times;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        struct stat status{};
        REQUIRE(stat(entry.path().c_str(), &status) == 0);
        times[entry.path().filename().string()] = status.st_mtim;
    }
    return times;
}

}

TEST_CASE("No byte of any file tells which answer came with which person")
{
    const SameSalts salts;
    const auto first = files_after({});
    REQUIRE(first.contains("kiosk.db-wal"));
    REQUIRE(first.at("kiosk.db-wal").size() > 32);
    REQUIRE(first.at("answers.db").find("Answer A") != std::string::npos);
    std::mt19937 random{7};
    for (int i = 0; i < 8; ++i) {
        Day day;
        std::ranges::shuffle(day.answers, random);
        if (i % 2 == 1)
            for (auto& place : day.places) place = static_cast<int>(random() % 5);
        salts.again();
        CAPTURE(i);
        check_same(first, files_after(day));
    }
}

TEST_CASE("The answers' file is the same whoever signed up before whom")
{
    const SameSalts salts;
    const auto first = files_after({});
    std::mt19937 random{8};
    for (int i = 0; i < 6; ++i) {
        Day day;
        std::ranges::shuffle(day.people, random);
        std::ranges::shuffle(day.answers, random);
        for (auto& place : day.places) place = static_cast<int>(random() % 5);
        salts.again();
        const auto files = files_after(day);
        CAPTURE(i);
        CHECK((files.at("answers.db") == first.at("answers.db")));
        // And what stands beside it is what it would be had nobody answered.
        Day silent = day;
        silent.answers.clear();
        silent.places.clear();
        salts.again();
        const auto without = files_after(silent);
        CHECK((without.at("answers.db") != first.at("answers.db")));
        check_same(without, files, "answers");
    }
}

TEST_CASE("No file's date tells when an answer was given")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    added(*store, lunch, "Person A");
    const auto before = times_in(folder.path());
    const auto key = store->answers().record(feedback("One")).value();
    REQUIRE(store->answers().add_words(key, "Two"));
    REQUIRE(store->answers().undo(store->answers().record(feedback("Three")).value()));
    const auto after = times_in(folder.path());
    REQUIRE(before.size() == after.size());
    for (const auto& [name, time] : before) {
        CAPTURE(name);
        CHECK(after.at(name).tv_sec == time.tv_sec);
        CHECK(after.at(name).tv_nsec == time.tv_nsec);
    }
    CHECK(after.at("answers.db").tv_sec == 1'577'836'800);
}

TEST_CASE("The bytes of the answers depend on what is in them and on nothing that was done")
{
    Folder one, two;
    const auto chosen = std::make_shared<ChosenKeys>();
    const auto record = [&](Answers& answers, std::uint8_t key, const std::string& words) {
        chosen->next = key;
        return answers.record(feedback(words)).value();
    };
    const auto straight = Answers::open(one.path() / "answers.db", entropy_of(chosen)).value();
    record(*straight, 9, "Nine");
    record(*straight, 4, "Four");
    const auto winding = Answers::open(two.path() / "answers.db", entropy_of(chosen)).value();
    for (std::uint8_t key = 20; key < 90; ++key)
        REQUIRE(winding->undo(record(*winding, key, "Something that is taken back " + std::string(200, 'x'))));
    const auto four = record(*winding, 4, "");
    record(*winding, 9, "Nine");
    REQUIRE(winding->add_words(four, "Four"));
    CHECK((file_text(one.path() / "answers.db") == file_text(two.path() / "answers.db")));
    CHECK_FALSE(folder_holds(two.path(), "taken back"));
    const auto again = Answers::open(two.path() / "answers.db", seeded(3));
    CHECK((file_text(one.path() / "answers.db") == file_text(two.path() / "answers.db")));
}

TEST_CASE("Answers stay over a restart and beside a second reader")
{
    Folder folder;
    const auto file = folder.path() / "answers.db";
    const auto answers = Answers::open(file, seeded(1)).value();
    const auto key = answers->record({AnswerKind::question, lunch, {}, {}, "What of\0 nought?"}).value();
    REQUIRE(Answers::open(file, seeded(2)).value()->record({AnswerKind::wish, {}, "2026-11", {}, "More lunches"}));
    REQUIRE(answers->add_words(key, "What of nought, d'you think?"));
    CHECK(answers->count() == 2);
    const auto again = Answers::open(file, seeded(3)).value();
    CHECK(again->count() == 2);
    REQUIRE(again->questions(lunch).size() == 1);
    CHECK(again->questions(lunch).front().words == "What of nought, d'you think?");
    CHECK(again->questions(seminar).empty());
}

TEST_CASE("An answer that is undone is gone and one that has left is not undone")
{
    Folder folder;
    const auto answers = Answers::open(folder.path() / "answers.db", seeded(1)).value();
    const auto key = answers->record({AnswerKind::question, lunch, {}, {}, "Secret words"}).value();
    const auto second = answers->record({AnswerKind::question, lunch, {}, {}, "Other words"}).value();
    REQUIRE(answers->undo(key));
    CHECK(answers->count() == 1);
    CHECK_FALSE(folder_holds(folder.path(), "Secret words"));
    REQUIRE(answers->leaving(1, 0, morning, [](const ActivityId&) { return std::optional<Instant>{}; }));
    REQUIRE(answers->undo(second));
    CHECK(answers->count() == 1);
}

TEST_CASE("An answer leaves when its time has come and not before")
{
    const Instant ends = morning + std::chrono::hours{4};
    const auto end = [&](const ActivityId& id) { return id == lunch ? std::optional{ends} : std::nullopt; };
    const Date today = local_date(morning);
    struct Row { Answer answer; Instant now; bool leaves; };
    const Answer wish{AnswerKind::wish, {}, "2026-11", {}, "More"}, question{AnswerKind::question, lunch, {}, {}, "Why?"};
    const Answer unknown{AnswerKind::feedback, ActivityId{"GONE"}, {}, Face::useful, ""};
    const auto december = instant_at(Date{std::chrono::year{2026}, std::chrono::December, std::chrono::day{1}}, 0, 0);
    const Row rows[] = {{question, morning, true},
                        {feedback("Good"), ends, false},
                        {feedback("Good"), instant_at(add_days(today, 1), 0, 0) - milliseconds{1}, false},
                        {feedback("Good"), instant_at(add_days(today, 1), 0, 0), true},
                        {unknown, december + std::chrono::days{400}, false},
                        {wish, december - milliseconds{1}, false},
                        {wish, december, true},
                        {wish, december + std::chrono::days{40}, true}};
    for (const auto& row : rows) {
        CAPTURE(std::string{name_of(row.answer.kind)}, iso_instant(row.now));
        CHECK(may_leave(row.answer, row.now, end) == row.leaves);
    }
}

TEST_CASE("What a receipt does not cover leaves again with its first number")
{
    Folder folder;
    const auto answers = Answers::open(folder.path() / "answers.db", seeded(1)).value();
    const auto end = [](const ActivityId&) { return std::optional<Instant>{}; };
    for (int i = 0; i < 20; ++i) REQUIRE(answers->record({AnswerKind::question, lunch, {}, {}, std::to_string(i)}));
    CHECK(answers->waiting(0, morning, end) == 20);
    const auto first = answers->leaving(1, 0, morning, end).value();
    REQUIRE(first.size() == 20);
    CHECK(std::ranges::is_sorted(first, {}, &LeavingAnswer::key));
    REQUIRE(answers->record({AnswerKind::question, lunch, {}, {}, "later"}));
    const auto second = answers->leaving(2, 0, morning, end).value();
    CHECK(second.size() == 21);
    CHECK(std::ranges::count(second, 1, &LeavingAnswer::parcel) == 20);
    CHECK(answers->leaving(3, 1, morning, end).value().size() == 1);
    CHECK(answers->waiting(2, morning, end) == 0);
    CHECK(answers->newest_parcel() == 2);
}

TEST_CASE("Answers that cannot be written are refused and what was there stays")
{
    Folder folder;
    const auto file = folder.path() / "answers.db";
    const auto answers = Answers::open(file, seeded(1)).value();
    REQUIRE(answers->record(feedback("Kept")));
    const auto before = file_text(file);
    std::filesystem::create_directories(folder.path() / "answers.db.part" / "in the way");
    CHECK_FALSE(answers->record(feedback("Lost")));
    CHECK(answers->count() == 1);
    CHECK((file_text(file) == before));
}
