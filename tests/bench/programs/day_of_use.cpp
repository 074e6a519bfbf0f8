// A kiosk's day in a process of its own: visits by the pilot over a real database, drawn by the processor, one after the other. Says
// after how many visits it takes how much memory: "0 6291456".
//
//   day_of_use FOLDER VISITS
#include "bench/kiosk_here.hpp"
#include "bench/program.hpp"
#include "kiosk/words.hpp"
#include "platform/heap.hpp"

#include <fmt/format.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

namespace refectory::bench {

namespace {

using namespace std::chrono_literals;

constexpr milliseconds between_visits = 3s;
constexpr milliseconds until_lunch_is_over = 95min;
constexpr std::array told_after{0, 100, 1'000};

class Day {
public:
    explicit Day(KioskHere& here) : here_(here) {}

    Result<> visit(int number)
    {
        constexpr std::array ways{&Day::sign_up, &Day::come_or_go, &Day::rate, &Day::look_around};
        REFECTORY_TRY((this->*ways[static_cast<std::size_t>(number) % ways.size()])());
        here_.let_pass(between_visits);
        return {};
    }

private:
    // Once for a place, and once to cancel it, with the letters that the first place came with.
    Result<> sign_up()
    {
        REFECTORY_TRY(tap(words::welcome::lunches));
        has_place_ = !has_place_;
        if (!has_place_) return cancel();
        REFECTORY_TRY(tap("Life stories at work"));
        REFECTORY_TRY(tap(words::activity::sign_me_up));
        REFECTORY_TRY(who());
        REFECTORY_TRY(tap(words::confirm::yes));
        const auto text = here_.pilot().reads();
        if (const auto label = text.find(words::done::your_letters); label != std::string::npos) letters_ = text.substr(text.find('\n', label) + 3, 4);
        return tap(words::finish);
    }

    Result<> cancel()
    {
        REFECTORY_TRY(tap(words::activities::mine));
        REFECTORY_TRY(who());
        REFECTORY_TRY(type(letters_));
        REFECTORY_TRY(tap(words::continue_));
        REFECTORY_TRY(tap(words::mine::cancel));
        REFECTORY_TRY(tap(words::cancel::yes));
        return tap(words::finish);
    }

    Result<> who()
    {
        REFECTORY_TRY(type("pri"));
        return tap("Priya Raman");
    }

    Result<> come_or_go()
    {
        here_.scan_pass();
        here_.draw();
        is_in_ = !is_in_;
        if (is_in_) {
            REFECTORY_TRY(tap(words::visit::agree));
            REFECTORY_TRY(tap(words::visit::check_in));
        } else {
            REFECTORY_TRY(tap(words::check_out::met));
            REFECTORY_TRY(tap(words::feedback::very_useful));
            REFECTORY_TRY(tap(words::check_out::check_out));
        }
        return tap(words::finish);
    }

    Result<> rate()
    {
        REFECTORY_TRY(tap(words::welcome::feedback));
        REFECTORY_TRY(tap("Social workers without borders"));
        REFECTORY_TRY(tap(words::feedback::useful));
        REFECTORY_TRY(tap(words::feedback::undo));
        return tap(words::finish);
    }

    Result<> look_around()
    {
        REFECTORY_TRY(tap(words::welcome::lunches));
        REFECTORY_TRY(tap("Caring for the carers"));
        REFECTORY_TRY(tap(words::activity::ask));
        REFECTORY_TRY(type("How do I start?"));
        for (int i = 0; i < 3; ++i) REFECTORY_TRY(tap(words::back));
        return {};
    }

    Result<> tap(std::string_view words)
    {
        if (!here_.pilot().tap(words)) return lost(words);
        here_.draw();
        return {};
    }

    Result<> type(std::string_view text)
    {
        if (!here_.pilot().type(text)) return lost(text);
        here_.draw();
        return {};
    }

    Result<> lost(std::string_view words) const
    {
        return failure(fmt::format("The day of use found no “{}” on a page that says: {}", words, here_.pilot().reads()));
    }

    KioskHere& here_;
    std::string letters_;
    bool has_place_ = false, is_in_ = false;
};

void tell(int visits)
{
    fmt::print("{} {}\n", visits, memory_of(getpid()));
    std::fflush(stdout);
}

Result<> live(const std::filesystem::path& folder, int visits)
{
    REFECTORY_TRY_ASSIGN(const auto here, KioskHere::create(folder, Drawn::by_the_processor));
    here->let_pass(until_lunch_is_over);
    here->pilot().settle();
    here->draw();
    Day day{*here};
    for (int done = 0; done < visits; ++done) {
        if (std::ranges::find(told_after, done) != told_after.end()) tell(done);
        REFECTORY_TRY(day.visit(done));
    }
    tell(visits);
    return {};
}

}

}

int main(int argc, char** argv)
{
    refectory::platform::keep_heap_small();
    if (argc != 3 || sodium_init() < 0) return 1;
    const auto lived = refectory::bench::live(argv[1], std::atoi(argv[2]));
    if (lived) return 0;
    fmt::print("{}\n", lived.error().sentence);
    return 1;
}
