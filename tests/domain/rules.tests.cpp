#include "domain/clock_trust.hpp"
#include "domain/fact_row.hpp"
#include "domain/invitation.hpp"
#include "domain/names.hpp"
#include "domain/secret.hpp"

#include <catch2/catch_test_macros.hpp>

#include <random>
#include <set>

using namespace refectory;
using namespace std::chrono_literals;

TEST_CASE("names are found whatever their accents, titles and apostrophes")
{
    CHECK(search_key("Dr Siobhán O'Brien") == "siobhan obrien");
    CHECK(search_key("Łukasz  Nowak-Żak") == "lukasz nowak zak");
    CHECK(name_matches(search_key("Priya Raman"), search_key("RAM")));
    CHECK(name_matches(search_key("Priya Raman"), search_key("pri")));
    CHECK_FALSE(name_matches(search_key("Priya Raman"), search_key("aman")));
    CHECK_FALSE(name_matches(search_key("Priya Raman"), ""));
    CHECK(initials("Dr Amara Okafor") == "AO");
    CHECK(greeting_name("Dr Amara Okafor") == "Dr Okafor");
    CHECK(greeting_name("Priya Raman") == "Priya");
    CHECK(tidy_name("  a\tb \x01 ") == "a b");
    search_key("\xFF\xC3\xE2\x82");  // broken text is passed over, not read beyond
}

TEST_CASE("the clocks of London change in March and in October")
{
    const auto at = [](unsigned month, unsigned day, int hour, int minute) {
        return iso_instant(instant_at({std::chrono::year{2026}, std::chrono::month{month}, std::chrono::day{day}}, hour, minute));
    };
    CHECK(at(11, 24, 12, 30) == "2026-11-24T12:30:00Z");
    CHECK(at(7, 1, 12, 30) == "2026-07-01T11:30:00Z");
    CHECK(at(3, 29, 1, 30) == "2026-03-29T01:30:00Z");   // skipped: half past two
    CHECK(at(10, 25, 1, 30) == "2026-10-25T00:30:00Z");  // twice: the first
    CHECK(iso_instant(instant_at({std::chrono::year{2199}, std::chrono::July, std::chrono::day{1}}, 12, 30)) == "2199-07-01T11:30:00Z");
    CHECK(parse_iso_date("2024-02-29"));
    for (const auto* wrong : {"2026-02-29", "2026-13-01", "26-01-01", "2026-1-01", "", "2026-01-01x"}) CHECK_FALSE(parse_iso_date(wrong));
}

TEST_CASE("a clock is doubted when it jumps and until an admin confirms it")
{
    const Instant start{1'000'000h};
    struct Row { milliseconds wall, monotonic; ClockTrust trust; };
    const Row rows[] = {{1h, 1h, ClockTrust::trusted}, {1h + 1min, 1h, ClockTrust::trusted}, {1h + 3min, 1h, ClockTrust::untrusted},
                        {-1s, 1s, ClockTrust::untrusted}, {1h - 3min, 1h, ClockTrust::untrusted}};
    for (const auto& row : rows) {
        ClockMemory memory;
        CHECK(judge_clock({start, 0ms}, memory) == ClockTrust::trusted);
        const ClockReading later{start + row.wall, row.monotonic};
        CHECK(judge_clock(later, memory) == row.trust);
        CHECK(judge_clock(later, memory) == row.trust);
        confirm_clock(later, memory);
        CHECK(judge_clock(later, memory) == ClockTrust::trusted);
    }
    ClockMemory memory;
    memory.last_trusted = start;
    CHECK(judge_clock({start + std::chrono::days{91}, 0ms}, memory) == ClockTrust::untrusted);
    ClockMemory before_programme;
    before_programme.programme_issued_at = start;
    CHECK(judge_clock({start - 1ms, 0ms}, before_programme) == ClockTrust::untrusted);
}

TEST_CASE("letters are four consonants and only the right ones match")
{
    const Entropy entropy = [random = std::mt19937{5}](std::span<std::uint8_t> bytes) mutable {
        for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random());
    };
    const auto letters = make_own_letters(entropy);
    CHECK(letters.size() == own_letters_count);
    CHECK(letters.find_first_not_of("BCDFGHJKLMNPRSTVWX") == std::string::npos);
    const auto kept = hash_secret(letters, entropy);
    CHECK(matches(letters, kept));
    CHECK_FALSE(matches(letters + "B", kept));
    CHECK_FALSE(hash_secret(letters, entropy) == kept);
    CHECK(normalised_letters("k p tw") == "KPTW");
}

TEST_CASE("a pass's letters are eight that every keyboard has alike and no others")
{
    const Entropy entropy = [random = std::mt19937{5}](std::span<std::uint8_t> bytes) mutable {
        for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random());
    };
    std::set<char> seen;
    for (int i = 0; i < 100; ++i) {
        const auto letters = make_pass_letters(entropy);
        CHECK(letters.size() == pass_letters_count);
        seen.insert(letters.begin(), letters.end());
    }
    CHECK(std::string(seen.begin(), seen.end()) == "BCDFGHJKLNPRSTVX");
    CHECK(make_pass_letters(entropy) != make_pass_letters(entropy));
    CHECK(in_two_groups("BCDFGHJK") == "BCDF GHJK");
    CHECK(in_two_groups("123456") == "123 456");
}

TEST_CASE("an activity is open until it ends unless it does not take place or has no chairs")
{
    Activity activity;
    activity.starts = Instant{100h};
    activity.ends = Instant{101h};
    activity.capacity = 8;
    for (const auto state : {ActivityState::planned, ActivityState::moved, ActivityState::proposed, ActivityState::cancelled, ActivityState::held}) {
        activity.state = state;
        const bool open = state == ActivityState::planned || state == ActivityState::moved;
        CHECK(is_open_for_sign_up(activity, Instant{100h + 30min}) == open);
        CHECK_FALSE(is_open_for_sign_up(activity, Instant{101h}));
    }
    activity.state = ActivityState::planned;
    CHECK_FALSE(is_open_for_feedback(activity, Instant{99h}));
    CHECK(is_open_for_feedback(activity, Instant{100h}));
    CHECK_FALSE(is_open_for_feedback(activity, Instant{101h} + std::chrono::days{7}));
    activity.capacity = 0;
    CHECK_FALSE(is_open_for_sign_up(activity, Instant{99h}));
    CHECK(is_invited({false, {"Adults team"}, {}}, PersonId{1}, "Adults team"));
    CHECK(is_invited({false, {}, {PersonId{1}}}, PersonId{1}, ""));
    CHECK_FALSE(is_invited({false, {""}, {}}, PersonId{1}, ""));
}

TEST_CASE("every kind of fact has a table of its own and every value changes its hash")
{
    std::set<std::string_view> names;
    for (const auto& table : fact_tables()) CHECK(names.insert(table.name).second);
    const Spine spine{{Origin{"A.B"}, 1}, Instant{1ms}, Instant{1ms}, ClockTrust::trusted};
    const auto hash = [&](const Spine& one, const FactBody& body) { return hash_of({}, one, table_name(body), values_of(body)); };
    const auto plain = hash(spine, SignUp{ActivityId{"L"}, PersonId{1}});
    CHECK(plain != hash(spine, SignUp{ActivityId{"L"}, PersonId{2}}));
    CHECK(plain != hash(spine, SignUp{ActivityId{"M"}, PersonId{1}}));
    CHECK(plain != hash({{Origin{"A.B"}, 2}, Instant{1ms}, Instant{1ms}, ClockTrust::trusted}, SignUp{ActivityId{"L"}, PersonId{1}}));
    CHECK(plain != hash({{Origin{"A.B"}, 1}, Instant{1ms}, Instant{1ms}, ClockTrust::untrusted}, SignUp{ActivityId{"L"}, PersonId{1}}));
}

TEST_CASE("a row from outside is one of its table or says why not")
{
    const auto& table = *find_fact_table("refusal");
    CHECK(fault_of(table, std::vector<Value>{std::string{"expired"}, {}, std::int64_t{7}}).empty());
    CHECK_FALSE(fault_of(table, std::vector<Value>{std::string{"nonsense"}, {}, {}}).empty());
    CHECK_FALSE(fault_of(table, std::vector<Value>{{}, {}, {}}).empty());
    CHECK_FALSE(fault_of(table, std::vector<Value>{std::string{"expired"}, std::string{"x"}, {}}).empty());
    CHECK_FALSE(fault_of(table, std::vector<Value>{std::string{"expired"}}).empty());
}
