// The programs as they are installed.
#include "support/folder.hpp"

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
