#include "bench/contestants.hpp"

#include "bench/programs/least_program.hpp"
#include "kiosk/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace refectory::bench {

namespace {

using namespace std::chrono_literals;

// A start is not looked for so closely that the looking slows it down.
constexpr auto longest_start = 20s;
constexpr auto at_rest = 300ms;

// Its place in pixels, on a page that is as large as the screen.
Area heading_of(const KioskHere& here)
{
    const auto& elements = here.page().elements();
    const auto heading = std::ranges::find_if(elements, [](const auto& element) { return element.role == ui::ElementRole::heading && element.where.y > 200; });
    if (heading == elements.end()) return {};
    const auto& where = heading->where;
    return {static_cast<int>(where.x), static_cast<int>(where.y), static_cast<int>(where.width), static_cast<int>(where.height)};
}

Contestant least_program(const Bench& bench, std::string name, const char* file)
{
    return {std::move(name), {(bench.bin / file).string()}, {button_x, button_y, button_width, button_height}};
}

}

Contestant our_kiosk(const Bench& bench, const std::filesystem::path& data, const KioskHere& here)
{
    return {"ours",
            {(bench.bin / "refectory-kiosk").string(), "--data", data.string(), "--window", fmt::format("{}x{}", screen_width, screen_height), "--now",
             std::string{kiosk_starts_at}},
            heading_of(here)};
}

Result<Contestant> chromium(const Bench& bench, const KioskHere& here)
{
    constexpr auto program = "/usr/bin/chromium";
    if (!std::filesystem::exists(program)) return failure("Chromium is not installed");
    // Its profile is there from the first start on, as a kiosk's data is.
    const auto profile = bench.scratch / "chromium";
    return Contestant{"Chromium in kiosk mode",
                      {program, "--kiosk", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                       "--disable-component-update", "--disable-sync", "--hide-crash-restore-bubble", "--window-position=0,0", fmt::format("--window-size={},{}", screen_width, screen_height),
                       "--user-data-dir=" + profile.string(), fmt::format("file://{}/tests/bench/page/index.html", REFECTORY_SOURCE)},
                      heading_of(here)};
}

Contestant least_program_by_opengl(const Bench& bench)
{
    return least_program(bench, "the least GLFW and ImGui program, by OpenGL", "least_program_opengl");
}

Contestant least_program_by_software(const Bench& bench)
{
    return least_program(bench, "the least program with a software surface", "least_program_software");
}

bool has_writing(const Pixels& pixels)
{
    return std::ranges::any_of(pixels, [&](auto pixel) { return pixel != pixels.front(); });
}

Result<OnScreen> put_on_screen(const Contestant& contestant, std::unique_ptr<Screen> screen)
{
    if (!screen) {
        REFECTORY_TRY_ASSIGN(screen, Screen::open());
    }
    screen->move_finger(screen_width / 2, 0);
    auto program = Program::start({.words = contestant.command, .display = screen->display()});
    const auto first = screen->when(contestant.writing, has_writing, longest_start);
    if (!first) return failure(fmt::format("{} showed nothing", contestant.name));
    const auto start = *first - program->executed_at();
    screen->wait_until_still(at_rest);
    return OnScreen{std::move(screen), std::move(program), start};
}

}
