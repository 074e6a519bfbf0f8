#include "kiosk/options.hpp"

#include <CLI/CLI.hpp>

namespace refectory {

std::expected<Options, int> parse_options(int argc, char** argv, std::string_view version)
{
    CLI::App app{"The kiosk of Refectory"};
    Options options;
    app.set_version_flag("--version", std::string{version});
    app.add_option("--config", options.config, "the file of this machine's settings; what is given here beside it goes before it");
    app.add_flag("--check", options.check, "say whether this machine is set up as a kiosk should be, and end");
    app.add_option("--data", options.data, "the folder that the kiosk keeps its data in");
    app.add_option("--window", options.window, "open a window of this size, as in 1280x800, instead of the whole screen");
    app.add_option("--drawing", options.drawing, "what draws: automatic (the graphics card where there is one), software or opengl");
    app.add_option("--stick", options.stick, "a folder that stands for a USB stick");
    app.add_option("--set-up", options.set_up, "the set-up file from the desk; its six words are asked for");
    app.add_flag("--forget-pin", options.forget_pin, "forget the admin's PIN, and end; whoever stands at the screen next chooses another");
    app.add_option("--now", options.now, "start the clock at this time, as in 2026-11-24T11:52");
    app.add_flag("--trace", options.trace, "say, once the first picture is shown, what the start took, step by step");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return std::unexpected(app.exit(error));
    }
    return options;
}

Result<> settle(Options& options)
{
    if (!options.config.empty()) {
        REFECTORY_TRY_ASSIGN(options.settings, read_settings(options.config));
    }
    if (options.data.empty()) options.data = options.settings.data;
    if (options.stick.empty()) options.stick = options.settings.stick;
    const auto drawing = options.drawing.empty() ? options.settings.drawing : parse_drawing(options.drawing);
    if (!drawing) return failure("--drawing is automatic, software or opengl.");
    options.starts_at = parse_moment(options.now);
    if (!options.now.empty() && !options.starts_at) return failure("--now is a time as in 2026-11-24T11:52.");
    options.settings.drawing = *drawing;
    return {};
}

}
