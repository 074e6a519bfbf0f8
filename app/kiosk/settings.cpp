#include "kiosk/settings.hpp"

#include <fmt/format.h>

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>

namespace refectory {

namespace {

constexpr std::int64_t most_days = 365;
constexpr std::size_t longest_file = 64 * 1024;

bool take_folder(const toml::node& node, std::filesystem::path& folder)
{
    const auto path = node.value_exact<std::string>();
    if (!path || !path->starts_with('/') || path->contains('\0')) return false;
    folder = *path;
    return true;
}

bool take_days(const toml::node& node, std::chrono::days& days)
{
    const auto count = node.value_exact<std::int64_t>();
    if (!count || *count < 1 || *count > most_days) return false;
    days = std::chrono::days{*count};
    return true;
}

bool take_drawing(const toml::node& node, Drawing& drawing)
{
    const auto way = parse_drawing(node.value_exact<std::string>().value_or(""));
    drawing = way.value_or(drawing);
    return way.has_value();
}

struct Setting {
    std::string_view name;
    bool (*take)(const toml::node&, Settings&);
    std::string_view must_be;
};

constexpr std::array known_settings{
    Setting{"data", [](const toml::node& node, Settings& settings) { return take_folder(node, settings.data); },
            "a folder's whole path, as in data = \"/var/lib/refectory\""},
    Setting{"stick", [](const toml::node& node, Settings& settings) { return take_folder(node, settings.stick); },
            "a folder's whole path, as in stick = \"/srv/stick\""},
    Setting{"drawing", [](const toml::node& node, Settings& settings) { return take_drawing(node, settings.drawing); },
            "\"automatic\", \"software\" or \"opengl\", as in drawing = \"automatic\""},
    Setting{"keep_names_days", [](const toml::node& node, Settings& settings) { return take_days(node, settings.retention.names); },
            "a whole number from 1 to 365, as in keep_names_days = 30"},
    Setting{"keep_words_days", [](const toml::node& node, Settings& settings) { return take_days(node, settings.retention.words); },
            "a whole number from 1 to 365, as in keep_words_days = 90"},
};

// A key can be any text; what a terminal or the journal shows of it must not be.
std::string shown(std::string_view key)
{
    const auto is_plain = [](char letter) { return letter >= ' ' && letter <= '~'; };
    if (key.size() > 40 || !std::ranges::all_of(key, is_plain)) return "with that name";
    return fmt::format("“{}”", key);
}

Error wrong(std::string_view name, toml::source_index line, std::string_view what)
{
    return Error{fmt::format("The settings in {} are not used: line {} {}", name, line, what)};
}

// The table is in the order of the names, and what is pointed out is the first wrong line.
Result<Settings> settings_in(const toml::table& table, std::string_view name)
{
    std::optional<std::pair<toml::source_index, Error>> first;
    const auto fault = [&](toml::source_index line, std::string_view what) {
        if (!first || line < first->first) first.emplace(line, wrong(name, line, what));
    };
    Settings settings;
    for (const auto& [key, node] : table) {
        const auto line = key.source().begin.line;
        const auto setting = std::ranges::find(known_settings, key.str(), &Setting::name);
        if (setting == known_settings.end())
            fault(line, fmt::format("has a setting {} that is not known. Correct its name, or take the line out.", shown(key.str())));
        else if (!setting->take(node, settings))
            fault(line, fmt::format("must give {} {}.", setting->name, setting->must_be));
    }
    if (first) return std::unexpected(std::move(first->second));
    return settings;
}

}

std::optional<Drawing> parse_drawing(std::string_view name)
{
    if (name == "automatic") return Drawing::automatic;
    if (name == "software") return Drawing::software;
    if (name == "opengl") return Drawing::opengl;
    return std::nullopt;
}

Result<Settings> parse_settings(std::string_view text, std::string_view name)
{
    try {
        return settings_in(toml::parse(text), name);
    } catch (const toml::parse_error& error) {
        return std::unexpected(wrong(name, error.source().begin.line,
                                     "is not written as a setting is. Write a name, an equals sign and a value, as in keep_names_days = 30."));
    }
}

Result<Settings> read_settings(const std::filesystem::path& file)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return failure(fmt::format("There is no file of settings at {}. Name the right one with --config.", file.string()));
    std::ifstream stream{file, std::ios::binary};
    std::string text(longest_file + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!stream.eof()) return failure(fmt::format("The settings in {} cannot be read, or are too long to be settings. Let the kiosk's user read the file.", file.string()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return parse_settings(text, file.string());
}

}
