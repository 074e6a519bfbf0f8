// The kiosk's program: brings the halves together and runs the loop.
//
// The loop sleeps until something happens (a touch, a key of the scanner, the next change of the page), builds frames until one
// holds, and presents that. With nobody in front of it that is one picture a minute.
#include "exchange/kiosk_import.hpp"
#include "kiosk/options.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/stage.hpp"
#include "kiosk/stick_watch.hpp"
#include "kiosk/volume_stick.hpp"
#include "kiosk/words.hpp"
#include "platform/clocks.hpp"
#include "platform/data_lock.hpp"
#include "platform/entropy.hpp"
#include "platform/heap.hpp"
#include "platform/journal.hpp"
#include "platform/machine_check.hpp"
#include "platform/processors.hpp"
#include "platform/start_trace.hpp"
#include "platform/system_clock.hpp"
#include "platform/termination.hpp"
#include "platform/watchdog.hpp"
#include "platform/window.hpp"
#include "store/kiosk_code.hpp"
#include "store/temporary_files.hpp"

#include <fmt/format.h>
#include <imgui.h>
#include <sodium.h>

#include <cstdio>
#include <iostream>

using namespace refectory;

namespace {

constexpr int frames_an_event = 3;  // a tap is a move, a press and a release: ImGui takes them in one a frame
constexpr int most_frames = 60;     // a page that never comes to rest is shown all the same

// The clock that the pages see: the machine's, or one that was fixed at the start and goes on from there.
class KioskClock {
public:
    explicit KioskClock(std::optional<Instant> fixed)
    {
        if (fixed) offset_ = *fixed - platform::wall_now();
    }

    ClockReading now() const { return {platform::wall_now() + offset_, platform::monotonic_now()}; }
    void set(Instant moment) { offset_ += moment - now().wall; }

private:
    milliseconds offset_{};
};

template <class T>
Result<T> ours(std::expected<T, std::string> theirs)
{
    if (!theirs) return failure(theirs.error());
    if constexpr (std::is_void_v<T>) return {};
    else return std::move(*theirs);
}

void take_scanner_events(Kiosk& kiosk, const std::vector<platform::ScannerEvent>& events, const ClockReading& now)
{
    for (const auto& event : events) {
        if (const auto* scan = std::get_if<platform::Scanned>(&event)) kiosk.scanned(scan->text, now);
        else if (const auto* typed = std::get_if<platform::Typed>(&event)) kiosk.typed(typed->text, now);
        else kiosk.erased(now);
    }
}

platform::WindowSize window_size(const std::string& words)
{
    platform::WindowSize size;
    if (!words.empty() && std::sscanf(words.c_str(), "%dx%d", &size.width, &size.height) != 2) return {1280, 800};
    return size;
}

void tell_journal(KioskStore& store)
{
    for (const auto& sentence : store.chronicle().news()) platform::write_to_journal(platform::Weight::note, sentence);
}

platform::DrawnBy drawn_by(Drawing drawing)
{
    using enum platform::DrawnBy;
    return drawing == Drawing::automatic ? whichever_is_there : drawing == Drawing::opengl ? card : processor;
}

// Frames are cheap and pictures are not: only the one that holds is drawn.
void show_what_holds(platform::Window& window, Stage& stage, const std::function<bool()>& is_settled, int fewest, const ClockReading& now)
{
    const auto glass = window.size();
    for (int frames = 1; frames <= most_frames; ++frames) {
        window.begin_frame();
        stage.frame(static_cast<float>(glass.width), static_cast<float>(glass.height), now);
        if (window.end_frame() && is_settled() && frames >= fewest) break;
    }
    window.present();
}

// Until the window is closed, the program is asked to end, or the store has met damage and whoever was there has read so.
Result<> run_window(KioskStore& store, Kiosk& kiosk, const ui::Context& context, const Options& options, const KioskClock& clock,
                    const platform::Termination& termination, platform::Watchdog& watchdog, platform::StartTrace& trace)
{
    REFECTORY_TRY_ASSIGN(auto window, ours(platform::Window::open(window_size(options.window), std::string{words::product}, drawn_by(options.settings.drawing))));
    Stage stage{kiosk, context};
    platform::Scanner scanner;
    const auto turn = [&](int fewest, const ClockReading& now) {
        show_what_holds(*window, stage, [&] { return kiosk.settled(); }, fewest, now);
        watchdog.turned(platform::monotonic_now());
        tell_journal(store);
    };
    const auto look_after = [&](const ClockReading& now) {
        if (kiosk.look_after(now)) turn(1, now);
    };
    trace.reached("window opened");
    turn(1, clock.now());
    trace.reached("first picture shown");
    platform::write_to_journal(platform::Weight::note, fmt::format("The window is {} by {}, drawn by {}.", window->size().width, window->size().height, window->drawn_by()));
    if (!window->why_not_by_card().empty()) platform::write_to_journal(platform::Weight::note, "There is a graphics card, but it does not draw. " + window->why_not_by_card());
    if (options.trace) fmt::print(stderr, "{}", trace.words());
    look_after(clock.now());
    while (!window->should_close() && !termination.is_asked_for() && !(store.met_damage() && kiosk.is_at_first_page())) {
        const auto page_stands = kiosk.next_change(clock.now());
        auto longest = std::min(page_stands, watchdog.longest_sleep(platform::monotonic_now()).value_or(page_stands));
        if (const auto deadline = scanner.deadline()) longest = std::min(longest, std::max(milliseconds{0}, *deadline - window->waited()));
        const bool stirred = window->wait(longest);
        if (!stirred && longest < page_stands && !scanner.deadline()) {  // for the watchdog alone
            watchdog.turned(platform::monotonic_now());
            continue;
        }
        const auto now = clock.now();
        if (stirred && ImGui::IsAnyMouseDown()) kiosk.touched(now);
        for (const auto& key : window->take_keys()) take_scanner_events(kiosk, scanner.press(key), now);
        take_scanner_events(kiosk, scanner.flush(window->waited()), now);
        turn(stirred ? frames_an_event : 1, now);
        look_after(now);
    }
    platform::write_to_journal(platform::Weight::note, "The kiosk ends as it was asked to.");
    return {};
}

// A folder that was named stands for a stick.
FindSticks sticks_of(const Options& options)
{
    if (!options.stick.empty())
        return [folder = std::filesystem::weakly_canonical(options.stick)] {
            return std::vector<Stick>{{folder.filename().string(), folder, StickTrouble::none}};
        };
    const auto watch = std::make_shared<StickWatch>([udisks = std::make_shared<platform::Udisks>()] { return sticks_that_are_in(*udisks); }, platform::Window::wake);
    return [watch] { return watch->sticks(); };
}

// The six words come from whoever stands at the terminal.
Result<> set_up(KioskStore& store, const std::filesystem::path& file, Instant now)
{
    fmt::print("Type the six words that were printed for this kiosk: ");
    std::fflush(stdout);
    std::string words;
    std::getline(std::cin, words);
    REFECTORY_TRY(set_up_from(store, file, words, now));
    fmt::print("This kiosk is {} now.\n", store.identity()->code);
    return {};
}

Result<> show(KioskStore& store, ui::Context& context, const Options& options, KioskClock& clock, platform::Watchdog& watchdog, platform::StartTrace& trace)
{
    const platform::Termination termination{platform::Window::wake};  // before any other thread
    Machine machine;
    machine.run = platform::machine_run();
    machine.set_clock = [&clock, is_fixed = options.starts_at.has_value()](Instant moment) -> Result<> {
        if (!is_fixed) return ours(platform::set_system_clock(moment));
        clock.set(moment);
        return {};
    };
    Kiosk kiosk{store, REFECTORY_VERSION, sticks_of(options), std::move(machine), options.settings.retention};
    trace.reached("kiosk made");
    return run_window(store, kiosk, context, options, clock, termination, watchdog, trace);
}

Result<> forget_pin(const Options& options, KioskStore& store)
{
    if (const auto forgotten = store.pin().forget(); !forgotten)
        return failure(fmt::format("{} The data is that in {}: --config names a kiosk's settings.", forgotten.error().sentence, options.data.string()));
    platform::write_to_journal(platform::Weight::note, "The PIN was forgotten at a terminal.");
    fmt::print("The PIN is forgotten. The kiosk's first page asks for another; choose it before you leave the kiosk alone.\n");
    return {};
}

Result<> run_kiosk(const Options& options, const Entropy& entropy, platform::StartTrace& trace)
{
    KioskClock clock{options.starts_at};
    platform::write_to_journal(platform::Weight::note, fmt::format("Refectory {} starts, with its data in {}.", REFECTORY_VERSION, options.data.string()));
    REFECTORY_TRY_ASSIGN(const auto lock, ours(platform::DataLock::take(options.data)));
    keep_temporary_files_in(options.data);
    trace.reached("data locked");
    // Each takes its time, and none knows of another.
    const auto look = options.forget_pin || !options.set_up.empty() ? Look::whole : Look::beginning;
    auto opening = platform::begin_beside([&, look, now = clock.now().wall] { return KioskStore::open(options.data, entropy, now, look); });
    auto finding_fonts = platform::begin_beside(ui::Context::create);
    const bool has_display = platform::display_is_there();
    trace.reached("display reached");
    REFECTORY_TRY_ASSIGN(auto store, opening.get());
    trace.reached("store opened");
    if (!options.set_up.empty()) REFECTORY_TRY(set_up(*store, options.set_up, clock.now().wall));
    if (options.forget_pin) return forget_pin(options, *store);
    if (!has_display) return failure("There is no display here to show the kiosk on.");
    REFECTORY_TRY_ASSIGN(auto context, finding_fonts.get());
    trace.reached("fonts found");
    platform::Watchdog watchdog;
    // A database that is found damaged while somebody stands here is mended by opening it anew; they see the first page again.
    while (true) {
        REFECTORY_TRY(show(*store, *context, options, clock, watchdog, trace));
        if (!store->met_damage()) return {};
        store.reset();
        context.reset();
        REFECTORY_TRY_ASSIGN(context, ui::Context::create());
        REFECTORY_TRY_ASSIGN(store, KioskStore::open(options.data, entropy, clock.now().wall));
    }
}

// For whoever sets the kiosk up: fails where anything is not as it should be, once all of it has been said.
Result<> check(const Options& options)
{
    REFECTORY_TRY_ASSIGN(const auto code, kiosk_code_in(options.data));
    fmt::print("{}\n", code ? fmt::format("This kiosk is set up as {}.", *code) : "This kiosk has not been set up yet.");
    const auto findings = platform::check_machine(options.data);
    for (const auto& finding : findings) fmt::print("{}\n", finding.sentence);
    const auto wanting = std::ranges::count(findings, false, &platform::Finding::is_as_it_should_be) + (code ? 0 : 1);
    if (wanting > 0) return failure(fmt::format("{} of {} are not as they should be.", wanting, findings.size() + 1));
    return {};
}

Result<> run(Options& options, const Entropy& entropy, platform::StartTrace& trace)
{
    REFECTORY_TRY(settle(options));
    trace.reached("settings read");
    if (options.check) return check(options);
    return run_kiosk(options, entropy, trace);
}

// Whoever stands at the screen reads why the kiosk does not start, until they try again or a while has passed: the service manager
// starts it anew, and waits no longer for one that has said that it ends.
void say_on_screen(const Options& options, const std::string& sentence)
{
    constexpr std::chrono::seconds stays{15};
    if (!platform::display_is_there()) return;
    const platform::Termination termination{platform::Window::wake};
    const auto context = ui::Context::create();
    const auto window = platform::Window::open(window_size(options.window), std::string{words::product}, platform::DrawnBy::processor);
    if (!context || !window) return;
    bool is_over = false;
    Stage stage{**context, [&](ui::Page& page, const ClockReading&) { is_over |= !std::holds_alternative<intent::Nothing>(draw_cannot_start(page, sentence)); }};
    const auto until = platform::monotonic_now() + stays;
    for (auto left = milliseconds{stays}; left.count() > 0 && !(*window)->should_close() && !termination.is_asked_for(); left = until - platform::monotonic_now()) {
        show_what_holds(**window, stage, [] { return true; }, frames_an_event, {});
        if (is_over) return;
        (*window)->wait(left);
    }
}

}

int main(int argc, char** argv)
{
    platform::StartTrace trace;
    platform::keep_heap_small();
    auto options = parse_options(argc, argv, "refectory-kiosk " REFECTORY_VERSION);
    if (!options) return options.error();
    platform::prepare_to_reach_display();
    if (sodium_init() < 0) return 1;

    const auto result = run(*options, platform::system_entropy, trace);
    if (result) return 0;
    platform::write_to_journal(platform::Weight::trouble, result.error().sentence);
    const bool is_asked_at_a_terminal = options->check || options->forget_pin || !options->set_up.empty();
    if (!is_asked_at_a_terminal) say_on_screen(*options, result.error().sentence);
    return 1;
}
