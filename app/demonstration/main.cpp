// The demonstration's program: makes a kiosk that can be tried at once, of a programme folder, and starts the kiosk's program on it;
// or takes the tour of one. What a kiosk in an office needs is in the kiosk's program alone.
#include "demonstration/demonstration.hpp"
#include "demonstration/tour.hpp"
#include "desk/dates.hpp"
#include "desk/pass_code.hpp"
#include "desk/table.hpp"
#include "kiosk/kiosk.hpp"
#include "kiosk/stage.hpp"
#include "platform/clocks.hpp"
#include "platform/data_lock.hpp"
#include "platform/entropy.hpp"
#include "platform/offscreen.hpp"
#include "platform/picture.hpp"
#include "platform/qr_reader.hpp"
#include "store/temporary_files.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <imgui.h>
#include <sodium.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

using namespace refectory;

namespace {

using std::filesystem::path;

constexpr std::string_view tour_starts_at = "T11:52";

struct Options {
    path programme, data, tour;
    std::string now;
    std::vector<std::string> of_the_kiosk;  // what it is started with besides
};

struct TourSize { int width, height; };

template <class T>
Result<T> ours(std::expected<T, std::string> theirs)
{
    if (!theirs) return failure(theirs.error());
    if constexpr (std::is_void_v<T>) return {};
    else return std::move(*theirs);
}

platform::Picture pass_as_picture(const std::string& pass)
{
    constexpr int pixels_a_module = 8;
    const auto modules = modules_of_pass(pass);
    const int side = modules.side * pixels_a_module;
    platform::Picture picture{side, side, {}};
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const std::uint8_t grey = modules.is_dark(x / pixels_a_module, y / pixels_a_module) ? 0 : 255;
            picture.rgba.insert(picture.rgba.end(), {grey, grey, grey, 255});
        }
    return picture;
}

Result<> tour_at(TourSize size, const Options& options, Instant start, const Entropy& entropy)
{
    ClockReading now{start, milliseconds{0}};
    const auto folder = options.tour / fmt::format("{}x{}", size.width, size.height), data = folder / "data", stick = folder / "KMTP-STICK";
    std::error_code error;
    std::filesystem::remove_all(folder, error);
    std::filesystem::create_directories(stick, error);
    if (error) return failure("The tour's folder could not be made.");
    REFECTORY_TRY_ASSIGN(auto store, KioskStore::open(data, entropy, now.wall));
    REFECTORY_TRY_ASSIGN(const auto demonstration, begin_demonstration(options.programme, data / "desk", stick, now.wall, entropy));
    REFECTORY_TRY_ASSIGN(auto context, ui::Context::create());
    platform::Offscreen glass{size.width, size.height};
    std::vector<Stick> sticks;
    Machine machine;
    machine.set_clock = [&now](Instant moment) -> Result<> {
        now.wall = moment;
        return {};
    };
    Kiosk kiosk{*store, REFECTORY_VERSION, [&sticks] { return sticks; }, std::move(machine)};
    Stage stage{kiosk, *context};
    const auto frame = [&] {
        glass.begin_frame();
        stage.frame(static_cast<float>(size.width), static_cast<float>(size.height), now);
        glass.end_frame(*ImGui::GetDrawData());
        kiosk.look_after(now);
    };
    Pilot pilot{frame, stage.transcript(), [&] { return stage.scale(); }};
    TourHands hands;
    hands.take_picture = [&](std::string_view name) { return ours(platform::write_png(glass.draw(*ImGui::GetDrawData()), folder / fmt::format("{}.png", name))); };
    hands.show_pass = [&] {
        const auto text = platform::read_qr(pass_as_picture(demonstration.pass));
        if (text) kiosk.scanned(*text, now);
        return text.has_value();
    };
    hands.let_time_pass = [&](milliseconds time) { now = {now.wall + time, now.monotonic + time}; };
    hands.set_up_words = demonstration.words;
    hands.put_stick_in = [&] { sticks = {{stick.filename().string(), stick, StickTrouble::none}}; };
    hands.take_stick_out = [&] { sticks.clear(); };
    hands.carry_to_the_desk = [&] { return go_round_at_demonstration_desk(data / "desk", options.programme, stick, now.wall, entropy); };
    REFECTORY_TRY(take_tour(pilot, hands));
    return collect_at_demonstration_desk(data / "desk", stick, options.tour / "desk.db", now.wall, entropy);
}

Result<> run_tour(const Options& options, const Entropy& entropy)
{
    const auto start = parse_moment(options.now.empty() ? iso_date(local_date(platform::wall_now())) + std::string{tour_starts_at} : options.now);
    if (!start) return failure("The time for --now is written as 2026-11-24T11:52.");
    for (const auto size : {TourSize{1280, 800}, TourSize{1920, 1080}}) REFECTORY_TRY(tour_at(size, options, *start, entropy));
    fmt::print("The tour's pictures are in {}.\n", options.tour.string());
    return {};
}

Result<> prepare(const Options& options, const Entropy& entropy)
{
    const auto now = options.now.empty() ? std::optional{platform::wall_now()} : parse_moment(options.now);
    if (!now) return failure("The time for --now is written as 2026-11-24T11:52.");
    REFECTORY_TRY_ASSIGN(const auto lock, ours(platform::DataLock::take(options.data)));
    keep_temporary_files_in(options.data);
    REFECTORY_TRY_ASSIGN(auto store, KioskStore::open(options.data, entropy, *now));
    const auto folder = options.data / "demonstration";
    REFECTORY_TRY_ASSIGN(const auto demonstration, demonstrate(*store, options.programme, folder, *now, entropy));
    REFECTORY_TRY(ours(platform::write_png(pass_as_picture(demonstration.pass), folder / "pass.png")));
    fmt::print("A pass to try is at {}. Instead of it, Dr Okafor can type {}, or the visit code {}.\n", (folder / "pass.png").string(),
               in_two_groups(demonstration.pass_letters), demonstration.visit_code);
    std::fflush(stdout);
    return {};
}

// In this program's place, and from the folder that this one lies in.
Result<> become_the_kiosk(const Options& options)
{
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "refectory-kiosk";
    std::vector<std::string> words{program.string(), "--data", options.data.string()};
    if (!options.now.empty()) words.insert(words.end(), {"--now", options.now});
    words.insert(words.end(), options.of_the_kiosk.begin(), options.of_the_kiosk.end());
    std::vector<char*> pointers;
    for (auto& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execv(program.c_str(), pointers.data());
    return failure(fmt::format("The kiosk's program could not be started: there is no {}.", program.string()));
}

Result<> run(Options& options)
{
    if (options.tour.empty() && std::getenv("DISPLAY") == nullptr) {
        options.tour = options.data.parent_path() / "tour";
        fmt::print("There is no display here, so the tour is taken instead.\n");
    }
    if (!options.tour.empty()) return run_tour(options, platform::system_entropy);
    REFECTORY_TRY(prepare(options, platform::system_entropy));
    return become_the_kiosk(options);
}

}

int main(int argc, char** argv)
{
    CLI::App app{"A demonstration of Refectory. Whatever else is given here goes to the kiosk's program."};
    Options options;
    app.set_version_flag("--version", "refectory-demonstration " REFECTORY_VERSION);
    app.add_option("--programme", options.programme, "the programme folder to try the kiosk with")->required();
    app.add_option("--data", options.data, "the folder that the kiosk keeps its data in")->required();
    app.add_option("--tour", options.tour, "walk the pages without a display and leave pictures in this folder");
    app.add_option("--now", options.now, "start the clock at this time, as in 2026-11-24T11:52");
    app.allow_extras();
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error);
    }
    options.of_the_kiosk = app.remaining();
    if (sodium_init() < 0) return 1;
    const auto result = run(options);
    if (result) return 0;
    fmt::print(stderr, "{}\n", result.error().sentence);
    return 1;
}
