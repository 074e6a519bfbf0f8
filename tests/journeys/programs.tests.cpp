// The programs as they are installed.
#include "journeys/kiosk_in_front.hpp"

using namespace refectory;
using namespace refectory::test;

TEST_CASE("a kiosk does not load what only the desk draws with")
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
}

TEST_CASE("a PIN that nobody knows is forgotten by a command at the terminal, and the first page asks for another")
{
    KioskInFront here{1, FirstStart::no, [](const std::filesystem::path& data) {
        REQUIRE(std::system(fmt::format("'" REFECTORY_BIN "/refectory-kiosk' --data '{0}' --forget-pin >'{0}.said' 2>&1", data.string()).c_str()) == 0);
        CHECK(file_text(data.string() + ".said").find("The PIN is forgotten.") != std::string::npos);
    }};
    here.reads(words::pin::choose);
}
