// The kiosk's own disk is full: the admin still comes in, and the day still leaves.
#include "journeys/kiosk_in_front.hpp"
#include "support/small_disk.hpp"

#include <optional>

using namespace refectory;
using test::KioskInFront;

TEST_CASE("on a full disk nobody is promised a place, the PIN is still taken and the export still works")
{
    std::optional<test::SmallDisk> disk;
    KioskInFront here{1, test::FirstStart::no, [&](const std::filesystem::path& data) {
        const auto aside = data.parent_path() / "aside";
        std::filesystem::rename(data, aside);
        disk.emplace(data);
        std::filesystem::copy(aside, data, std::filesystem::copy_options::recursive);
        std::filesystem::remove_all(aside);
    }};
    if (!disk->is_mounted()) SKIP("A small disk can be mounted by root alone.");
    here.pass_time(std::chrono::minutes{1});
    here.store->wait_for_backup();  // which would leave room behind
    disk->fill();
    here.sign_up("Life stories at work", "Pri", "Priya Raman");
    here.reads(words::trouble::title);
    here.tap(words::finish);
    disk->fill();
    here.enter_admin("000000");
    here.reads("You can try 4 more.");
    REQUIRE(here.pilot.type(test::admin_pin));
    here.tap(words::continue_);
    here.export_to(here.folder.path() / "STICK");
    here.reads(words::exporting::done);
    CHECK(here.store->exports().newest());
}
