// A sink that works beside what makes the bytes.
#include "exchange/sink_beside.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <atomic>
#include <memory>
#include <string>

using namespace refectory;

TEST_CASE("what is handed to a sink on another thread comes in its order, and all of it before the end")
{
    for (const int pieces : {0, 1, 2, 3, 4, 5, 1000}) {
        std::string taken, handed;
        SinkBeside beside{[&](std::string_view bytes) -> Result<> {
            taken += bytes;
            return {};
        }};
        for (int i = 0; i < pieces; ++i) {
            const auto piece = std::to_string(i) + ";";
            handed += piece;
            REQUIRE(beside.write(piece));
        }
        REQUIRE(beside.finish());
        CHECK(taken == handed);
    }
}

TEST_CASE("the error of a sink on another thread ends the writing, and nothing is handed to it after that")
{
    for (const int pieces : {1, 2, 5, 1000}) {
        std::atomic<int> asked = 0;
        SinkBeside beside{[&](std::string_view) -> Result<> {
            ++asked;
            return failure("The stick is full.");
        }};
        Result<> done;
        for (int i = 0; done && i < pieces; ++i) done = beside.write("piece");
        if (done) done = beside.finish();
        REQUIRE_FALSE(done);
        CHECK(done.error().sentence == "The stick is full.");
        CHECK(asked == 1);
    }
}

TEST_CASE("a sink on another thread that is given up works on nothing any more")
{
    std::string used = "as long as the writing lasts";
    for (int times = 0; times < 100; ++times) {
        auto one = std::make_unique<std::string>(used);
        SinkBeside beside{[&](std::string_view bytes) -> Result<> {
            *one += bytes;
            return {};
        }};
        for (int i = 0; i < 3; ++i) REQUIRE(beside.write("piece"));
    }  // whoever still worked would use what is gone
}

TEST_CASE("what makes the bytes waits for a sink on another thread, so that few pieces are kept")
{
    std::atomic<int> handed = 0, taken = 0, most = 0;
    SinkBeside beside{[&](std::string_view) -> Result<> {
        most = std::max(most.load(), handed - taken);
        ++taken;
        return {};
    }};
    for (int i = 0; i < 1000; ++i) {
        REQUIRE(beside.write("piece"));
        ++handed;
    }
    REQUIRE(beside.finish());
    CHECK(taken == 1000);
    CHECK(most <= 5);
}
