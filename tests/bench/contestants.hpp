// The programs with a window that are measured beside each other, each showing what compares with the others.
#pragma once

#include "bench/kiosk_here.hpp"
#include "bench/parts.hpp"
#include "bench/screen.hpp"

namespace refectory::bench {

struct Contestant {
    std::string name;  // in words, as the table says it
    std::vector<std::string> command;
    Area writing;                        // where its first picture has words, and a window without anything would be of one colour
};

// `data` is a kiosk's that was set up.
Contestant our_kiosk(const Bench& bench, const std::filesystem::path& data, const KioskHere& here);
// The same page in a browser; a failure says that it is not installed.
Result<Contestant> chromium(const Bench& bench, const KioskHere& here);
// A window with one button, by Dear ImGui's stock renderer and by an image in shared memory.
Contestant least_program_by_opengl(const Bench& bench);
Contestant least_program_by_software(const Bench& bench);

// Of the area that a contestant writes in: whether anything stands there.
bool has_writing(const Pixels& pixels);

// A contestant on a screen of its own, once its first picture has come to rest.
struct OnScreen {
    std::unique_ptr<Screen> screen;
    std::unique_ptr<Program> program;
    Clock::duration start = {};  // from exec to the first content pixel
};
// A screen may be one that was there before.
Result<OnScreen> put_on_screen(const Contestant& contestant, std::unique_ptr<Screen> screen = {});

}
