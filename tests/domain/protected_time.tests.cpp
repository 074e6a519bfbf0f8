#include "domain/protected_time.hpp"

#include <catch2/catch_test_macros.hpp>

#include <random>

using namespace refectory;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

const Instant midnight = instant_at({std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}}, 0, 0);

VisitSpan span(const char* kiosk, int in, std::optional<int> out)
{
    return {kiosk, midnight + hours{in}, out ? std::optional{midnight + hours{*out}} : std::nullopt};
}

}

TEST_CASE("visits of one person are counted once wherever they overlap")
{
    struct Row {
        const char* what;
        std::vector<VisitSpan> spans;
        int counted;
        std::size_t visits, open;
    };
    const std::vector<Row> rows{
        {"none", {}, 0, 0, 0},
        {"one", {span("A", 10, 12)}, 2, 1, 0},
        {"one after the other", {span("A", 10, 12), span("B", 13, 14)}, 3, 2, 0},
        {"touching", {span("A", 10, 12), span("B", 12, 14)}, 4, 2, 0},
        {"overlapping", {span("A", 10, 13), span("B", 12, 14)}, 4, 1, 0},
        {"one within the other", {span("A", 9, 17), span("B", 12, 14)}, 8, 1, 0},
        {"in at A, out at B", {span("A", 10, {}), span("B", 12, 14)}, 4, 1, 0},
        {"forgotten", {span("A", 10, {})}, 0, 0, 1},
        {"forgotten, and another visit at the same kiosk", {span("A", 10, {}), span("A", 12, 14)}, 2, 1, 1},
        {"forgotten yesterday", {span("A", 10, {}), span("B", 36, 37)}, 1, 1, 1},
        {"a clock that went back", {span("A", 12, 10)}, 0, 0, 0},
    };
    for (const auto& row : rows) {
        CAPTURE(row.what);
        const auto time = protected_time(row.spans);
        CHECK(time.counted == hours{row.counted});
        CHECK(time.visits.size() == row.visits);
        CHECK(time.open.size() == row.open);
    }
    const auto until_elsewhere = protected_time({span("A", 10, {}), span("B", 12, 14)}).visits[0];
    CHECK(until_elsewhere.kiosks == std::vector<std::string>{"A", "B"});
    CHECK(until_elsewhere.not_checked_out_at == std::vector<std::string>{"A"});
    CHECK(protected_time({span("A", 10, 13), span("B", 12, 14)}).visits[0].not_checked_out_at.empty());
}

TEST_CASE("time is the same in whatever order visits come, and never more than from the first to the last")
{
    std::mt19937 random{5};
    for (int run = 0; run < 500; ++run) {
        std::vector<VisitSpan> spans;
        for (auto count = random() % 6; count > 0; --count) {
            const auto in = midnight + minutes{random() % 600};
            spans.push_back({random() % 2 ? "A" : "B", in, random() % 4 ? std::optional{in + minutes{random() % 200}} : std::nullopt});
        }
        const auto time = protected_time(spans);
        std::ranges::shuffle(spans, random);
        CHECK(protected_time(spans).counted == time.counted);
        if (!time.visits.empty()) CHECK(time.counted <= time.visits.back().out - time.visits.front().in);
    }
}
