// The programs as they are installed.
#include "journeys/kiosk_in_front.hpp"

#include <unistd.h>

using namespace refectory;
using namespace refectory::test;

TEST_CASE("a kiosk does not load what only the desk draws with, nor before it is needed what a card, a stick or an export takes")
{
    const Folder folder;
    const auto loaded_by = [&](const std::string& program) {
        REQUIRE(std::system(("ldd '" REFECTORY_BIN "/" + program + "' >'" + (folder / "loaded").string() + "'").c_str()) == 0);
        return file_text(folder / "loaded");
    };
    for (const auto* library : {"libpango", "libcairo", "libfontconfig"}) {
        CHECK(loaded_by("refectory-desk").find(library) != std::string::npos);
        CHECK(loaded_by("refectory-kiosk").find(library) == std::string::npos);
    }
    for (const auto* library : {"libGL", "libEGL", "libOpenGL", "libarchive", "libsystemd", "libdbus"})
        CHECK(loaded_by("refectory-kiosk").find(library) == std::string::npos);
}

namespace {

int run_kiosk(const std::filesystem::path& data, const std::string& arguments)
{
    return std::system(fmt::format("'" REFECTORY_BIN "/refectory-kiosk' --data '{0}' {1} >'{0}.said' 2>&1", data.string(), arguments).c_str());
}

std::string said(const std::filesystem::path& data)
{
    return file_text(data.string() + ".said");
}

}

TEST_CASE("a PIN that nobody knows is forgotten by a command at the terminal, and the first page asks for another")
{
    KioskInFront here{1, FirstStart::no, [](const std::filesystem::path& data) {
        REQUIRE(run_kiosk(data, "--forget-pin") == 0);
        CHECK(said(data).find("The PIN is forgotten.") != std::string::npos);
        REQUIRE(run_kiosk(data, "--forget-pin") != 0);  // there is none any more
        CHECK(said(data).find("No PIN has been chosen here. The data is that in " + data.string()) != std::string::npos);
    }};
    here.reads(words::pin::choose);
}

TEST_CASE("data that belongs to another user is not touched, for that user could not read it any more")
{
    const Folder folder;
    const auto data = folder / "data";
    std::filesystem::create_directories(data);
    if (::chown(data.c_str(), 65534, 65534) != 0) SKIP("Only root gives a folder away.");
    REQUIRE(run_kiosk(data, "--forget-pin") != 0);
    CHECK(said(data).find("belongs to another user") != std::string::npos);
    CHECK(names_in(data).empty());
}
