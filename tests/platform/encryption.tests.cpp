// The script that encrypts the data, as far as its question: with programs of this test's own in the place of the machine's. What
// comes after the question needs a TPM and a partition to empty, and is not automated.
#include "support/child.hpp"
#include "support/folder.hpp"

#include <fmt/format.h>

using namespace refectory;
using test::Folder;

namespace {

constexpr std::string_view not_set_up = "This kiosk has not been set up yet.";

// Any there is: nothing is written to it.
std::filesystem::path a_block_device()
{
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator{"/dev", error})
        if (entry.is_block_file(error)) return entry.path();
    return {};
}

class MachineToEncrypt {
public:
    explicit MachineToEncrypt(const std::filesystem::path& partition) : partition_(partition)
    {
        stand_in("id", "echo 0");
        stand_in("systemd-cryptenroll", "echo 'PATH        DEVICE      DRIVER'; echo '/dev/tpmrm0 MSFT0101:00 tpm_tis'");
        stand_in("lsblk", "echo");
        stand_in("mountpoint", "exit 1");
        stand_in("cryptsetup", "echo called >>" + (folder_ / "done").string());
        stand_in("systemctl", "echo called >>" + (folder_ / "done").string());
        check_says(not_set_up);
    }

    void stand_in(const std::string& program, const std::string& lines)
    {
        test::put(folder_ / "programs" / program, "#!/bin/sh\n" + lines + "\n");
        std::filesystem::permissions(folder_ / "programs" / program, std::filesystem::perms::owner_all);
    }
    // As the kiosk's program does where the machine lacks anything, it ends with 1.
    void check_says(std::string_view sentence) { stand_in("refectory-kiosk", fmt::format("echo '{}'; echo '5 of 6 are not as they should be.' >&2; exit 1", sentence)); }

    std::string encrypt(const std::string& answer)
    {
        const auto said = folder_ / "said";
        const auto script = std::string{REFECTORY_SOURCE} + "/platform/installation/refectory-encrypt";
        test::run({"sh", "-c", fmt::format("echo '{}' | PATH='{}':$PATH '{}' '{}' >'{}' 2>&1", answer, (folder_ / "programs").string(), script,
                                           partition_.string(), said.string())});
        return test::file_text(said);
    }
    bool did_anything() const { return std::filesystem::exists(folder_ / "done"); }

private:
    Folder folder_;
    std::filesystem::path partition_;
};

bool has(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

}

TEST_CASE("on a machine with a TPM and a kiosk that is not set up, encrypting asks for the partition's name and takes no other answer")
{
    const auto partition = a_block_device();
    if (partition.empty()) SKIP("there is no block device here");
    MachineToEncrypt machine{partition};
    const auto said = machine.encrypt("no");
    INFO(said);
    CHECK(has(said, "Type its name once more"));
    CHECK(has(said, "Nothing was changed."));
    CHECK_FALSE(machine.did_anything());
}

TEST_CASE("encrypting stops before its question where there is no TPM, the partition is in use, or the kiosk has data")
{
    const auto partition = a_block_device();
    if (partition.empty()) SKIP("there is no block device here");
    MachineToEncrypt machine{partition};
    std::string expected;
    SECTION("no TPM")
    {
        machine.stand_in("systemd-cryptenroll", "echo 'No suitable TPM2 devices found.'");
        expected = "This machine has no TPM";
    }
    SECTION("mounted")
    {
        machine.stand_in("lsblk", "echo /home");
        expected = "is in use";
    }
    SECTION("set up")
    {
        machine.check_says("This kiosk is set up as MC-ADULTS.");
        expected = "The kiosk has data in /var/lib/refectory already.";
    }
    const auto said = machine.encrypt("no");  // were it to ask after all, nothing of the machine may be touched
    INFO(said);
    CHECK(has(said, expected));
    CHECK_FALSE(has(said, "Type its name once more"));
    CHECK_FALSE(machine.did_anything());
}
