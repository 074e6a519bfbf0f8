// What is not here: a file that may not be read, for tests may run as root, who may read anything.
#include "kiosk/settings.hpp"
#include "support/folder.hpp"

using namespace refectory;
using test::Folder;

namespace {

std::string refused(std::string_view text)
{
    const auto settings = parse_settings(text, "kiosk.toml");
    return settings ? std::string{"it was taken"} : settings.error().sentence;
}

std::string sentence(std::string_view rest)
{
    return "The settings in kiosk.toml are not used: line " + std::string{rest};
}

}

TEST_CASE("an empty file of settings leaves everything as it is without one")
{
    const auto settings = parse_settings("# nothing\n", "kiosk.toml");
    REQUIRE(settings);
    CHECK(settings->data == "refectory-data");
    CHECK(settings->stick.empty());
    CHECK(settings->drawing == Drawing::automatic);
    CHECK(settings->retention.names == std::chrono::days{30});
    CHECK(settings->retention.words == std::chrono::days{90});
}

TEST_CASE("each setting is taken, up to its limits")
{
    const auto settings = parse_settings("data = \"/srv/kiosk data\"\nstick = '/srv/stick'\ndrawing = \"software\"\n"
                                         "keep_names_days = 1\nkeep_words_days = 365\n", "kiosk.toml");
    REQUIRE(settings);
    CHECK(settings->data == "/srv/kiosk data");
    CHECK(settings->stick == "/srv/stick");
    CHECK(settings->drawing == Drawing::software);
    CHECK(settings->retention.names == std::chrono::days{1});
    CHECK(settings->retention.words == std::chrono::days{365});
}

TEST_CASE("the settings that are installed are those that hold without any, but for the data's folder")
{
    const auto settings = read_settings(std::filesystem::path{REFECTORY_SOURCE} / "platform/installation/kiosk.toml");
    REQUIRE(settings);
    CHECK(settings->data == "/var/lib/refectory");
    CHECK(settings->retention.names == Settings{}.retention.names);
    CHECK(settings->retention.words == Settings{}.retention.words);
    CHECK(settings->drawing == Settings{}.drawing);
    CHECK(settings->stick.empty());
}

TEST_CASE("a value that is not meant is refused with its line and what to write")
{
    const std::string number = "must give keep_names_days a whole number from 1 to 365, as in keep_names_days = 30.";
    for (const auto* value : {"0", "366", "-1", "30.0", "\"30\"", "true", "[30]", "{ days = 30 }", "2026-11-24", "9223372036854775807"})
        CHECK(refused("\nkeep_names_days = " + std::string{value}) == sentence("2 " + number));
    const std::string folder = "must give data a folder's whole path, as in data = \"/var/lib/refectory\".";
    for (const auto* value : {"\"\"", "\"data\"", "\"../data\"", "\"/data\\u0000/etc\"", "1"})
        CHECK(refused("data = " + std::string{value}) == sentence("1 " + folder));
    CHECK(parse_settings("drawing = \"opengl\"", "kiosk.toml")->drawing == Drawing::opengl);
    CHECK(refused("drawing = \"Vulkan\"") == sentence("1 must give drawing \"automatic\", \"software\" or \"opengl\", as in drawing = \"automatic\"."));
}

TEST_CASE("a setting that is not known is refused, and the first wrong line is the one that is told")
{
    CHECK(refused("keep_name_days = 30") == sentence("1 has a setting “keep_name_days” that is not known. Correct its name, or take the line out."));
    CHECK(refused("[kiosk]\ndata = \"/srv\"") == sentence("1 has a setting “kiosk” that is not known. Correct its name, or take the line out."));
    CHECK(refused("data = \"/srv\"\nzebra = 1\nants = 2") == sentence("2 has a setting “zebra” that is not known. Correct its name, or take the line out."));
    CHECK(refused("\"\\u001b[2J\" = 1") == sentence("1 has a setting with that name that is not known. Correct its name, or take the line out."));
    CHECK(refused("'" + std::string(41, 'a') + "' = 1") == sentence("1 has a setting with that name that is not known. Correct its name, or take the line out."));
}

TEST_CASE("what is not written as settings are is refused with its line and nothing of what it holds")
{
    const std::string how = "is not written as a setting is. Write a name, an equals sign and a value, as in keep_names_days = 30.";
    for (const auto& text : {std::string{"keep_names_days"}, std::string{"keep_names_days = "}, std::string{"data = \"/srv"}, std::string{"= 3"},
                             std::string{"data = /srv"}, std::string{"\xff\xfe" "d"}, std::string{"\0\0\0", 3}, std::string{"[["},
                             std::string(200'000, '['), "a = " + std::string(50'000, '['), std::string{"data = \"/a\" data = \"/b\""}}) {
        INFO(text.substr(0, 40));
        CHECK(refused(text) == sentence("1 " + how));
    }
    CHECK(refused("data = \"/srv\"\ndata = \"/srv\"") == sentence("2 " + how));
}

TEST_CASE("a file that is not there, is a folder or never ends is refused in a sentence")
{
    const Folder folder;
    for (const auto& file : {folder / "kiosk.toml", folder.path(), std::filesystem::path{"/dev/zero"}}) {
        const auto settings = read_settings(file);
        REQUIRE_FALSE(settings);
        CHECK(settings.error().sentence == "There is no file of settings at " + file.string() + ". Name the right one with --config.");
    }
    test::put(folder / "long.toml", std::string(70'000, '#'));
    CHECK_FALSE(read_settings(folder / "long.toml"));
    test::put(folder / "kiosk.toml", "keep_words_days = 7\n");
    CHECK(read_settings(folder / "kiosk.toml").value().retention.words == std::chrono::days{7});
}
