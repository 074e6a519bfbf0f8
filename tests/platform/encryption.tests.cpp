// The script that encrypts the data, with programs of this test's own in the place of the machine's. What it does after its question
// it does in a mount namespace, to folders of this test's own, and to a partition that there is not; that TPM and kernel play along
// takes a machine with a TPM, and is not automated.
#include "support/child.hpp"
#include "support/folder.hpp"

#include <catch2/generators/catch_generators.hpp>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

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
        for (const auto* program : {"cryptsetup", "systemctl", "mkfs.ext4", "mount", "chown", "chmod", "shred"}) record(program);
        record("blkid", "echo 0f1e-2d3c");
        stand_in("mktemp", fmt::format("echo '{}'", key().string()));
        stand_in("systemd-escape", R"(printf '%s\n' 'refectory\x2ddata')");
        check_says(not_set_up);
        test::put(etc("crypttab"), "# of before\n");
        test::put(etc("fstab"), "# of before\n");
    }

    void stand_in(const std::string& program, const std::string& lines)
    {
        test::put(folder_ / "programs" / program, "#!/bin/sh\n" + lines + "\n");
        std::filesystem::permissions(folder_ / "programs" / program, std::filesystem::perms::owner_all);
    }
    // That it was called is kept, with its words.
    void record(const std::string& program, const std::string& more = ":")
    {
        stand_in(program, fmt::format("echo \"{} $*\" >>'{}'\n{}", program, (folder_ / "done").string(), more));
    }
    // As the kiosk's program does where the machine lacks anything, it ends with 1.
    void check_says(std::string_view sentence) { stand_in("refectory-kiosk", fmt::format("echo '{}'; echo '5 of 6 are not as they should be.' >&2; exit 1", sentence)); }

    std::string encrypt(const std::string& answer) { return run_script(answer, {}); }
    // To /etc and /var/lib of this test's own, whatever it does.
    std::string encrypt_apart(const std::string& answer)
    {
        test::put(data() / "left over", "");
        return run_script(answer, fmt::format("unshare --mount sh -euc '/bin/mount --bind \"{}\" /etc; /bin/mount --bind \"{}\" /var/lib; exec \"$0\" \"$1\"' ",
                                              (folder_ / "etc").string(), (folder_ / "lib").string()));
    }

    bool did_anything() const { return std::filesystem::exists(folder_ / "done"); }
    std::string done() const { return test::file_text(folder_ / "done"); }
    std::filesystem::path key() const { return folder_ / "key"; }
    std::filesystem::path etc(const std::string& name) const { return folder_ / "etc" / name; }
    std::filesystem::path data() const { return folder_ / "lib/refectory"; }

private:
    std::string run_script(const std::string& answer, const std::string& by)
    {
        const auto said = folder_ / "said";
        test::run({"sh", "-c", fmt::format("echo '{}' | PATH='{}':/usr/bin:/bin {}'{}/platform/installation/refectory-encrypt' '{}' >'{}' 2>&1", answer,
                                           (folder_ / "programs").string(), by, REFECTORY_SOURCE, partition_.string(), said.string())});
        return test::file_text(said);
    }

    Folder folder_;
    std::filesystem::path partition_;
};

// A name that passes for a partition's, with nothing behind it.
struct NoPartition {
    bool is_there() const { return ::geteuid() == 0 && ::mknod(path.c_str(), S_IFBLK | 0600, makedev(7, 1000)) == 0; }

    Folder folder;
    const std::filesystem::path path = folder / "partition";
};

constexpr std::string_view line_of_crypttab = "refectory-data UUID=0f1e-2d3c none tpm2-device=auto,headless=true\n",
                           line_of_fstab = "/dev/mapper/refectory-data /var/lib/refectory ext4 defaults,nosuid,nodev,noexec 0 2\n";

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

TEST_CASE("after its question the volume is made, opened by recovery words and the TPM alone, and holds the data from then on")
{
    const NoPartition partition;
    if (!partition.is_there()) SKIP("this needs root, for a mount namespace");
    MachineToEncrypt machine{partition.path};
    machine.record("cryptsetup", fmt::format("stat --format='with a key of %s bytes' '{}' >>\"$(dirname \"$0\")/../done\"", machine.key().string()));
    machine.record("systemd-cryptenroll", "echo 'PATH DEVICE DRIVER'; echo '/dev/tpmrm0 MSFT0101:00 tpm_tis'");
    const auto said = machine.encrypt_apart(partition.path.string());
    INFO(said);
    CHECK(has(said, "The data is encrypted from now on."));
    CHECK(machine.done() == fmt::format("systemd-cryptenroll --tpm2-device=list\n"
                                        "systemctl stop refectory-kiosk\n"
                                        "systemctl stop systemd-cryptsetup@refectory\\x2ddata.service\n"
                                        "systemctl daemon-reload\n"
                                        "cryptsetup luksFormat --batch-mode --type luks2 --key-file {key} {partition}\n"
                                        "with a key of 64 bytes\n"
                                        "systemd-cryptenroll --unlock-key-file={key} --recovery-key {partition}\n"
                                        "systemd-cryptenroll --unlock-key-file={key} --tpm2-device=auto --tpm2-pcrs=7 {partition}\n"
                                        "systemd-cryptenroll --unlock-key-file={key} --wipe-slot=0 {partition}\n"
                                        "blkid --match-tag UUID --output value {partition}\n"
                                        "systemctl daemon-reload\n"
                                        "systemctl start systemd-cryptsetup@refectory\\x2ddata.service\n"
                                        "mkfs.ext4 -q -L refectory-data /dev/mapper/refectory-data\n"
                                        "systemctl daemon-reload\n"
                                        "mount /var/lib/refectory\n"
                                        "chown refectory:refectory /var/lib/refectory\n"
                                        "chmod 0700 /var/lib/refectory\n"
                                        "systemctl daemon-reload\n"
                                        "shred --remove {key}\n",
                                        fmt::arg("key", machine.key().string()), fmt::arg("partition", partition.path.string())));
    CHECK(test::names_in(machine.data()).empty());
    CHECK(test::file_text(machine.etc("crypttab")) == fmt::format("# of before\n{}", line_of_crypttab));
    CHECK(test::file_text(machine.etc("fstab")) == fmt::format("# of before\n{}", line_of_fstab));
    CHECK(test::file_text(machine.etc("systemd/system/refectory-kiosk.service.d/encrypted.conf")) ==
          "[Unit]\nRequiresMountsFor=/var/lib/refectory\nConditionPathIsMountPoint=/var/lib/refectory\n");
}

TEST_CASE("where a step of encrypting fails, no later one is taken, nothing is mounted at the next start, and the first key is gone")
{
    const NoPartition partition;
    if (!partition.is_there()) SKIP("this needs root, for a mount namespace");
    MachineToEncrypt machine{partition.path};
    machine.record("cryptsetup", "exit 1");
    const auto said = machine.encrypt_apart(partition.path.string());
    INFO(said);
    CHECK_FALSE(has(said, "The data is encrypted"));
    CHECK(has(said, "run this again"));
    CHECK(machine.done() == fmt::format("systemctl stop refectory-kiosk\n"
                                        "systemctl stop systemd-cryptsetup@refectory\\x2ddata.service\n"
                                        "systemctl daemon-reload\n"
                                        "cryptsetup luksFormat --batch-mode --type luks2 --key-file {0} {1}\n"
                                        "shred --remove {0}\n"
                                        "systemctl stop systemd-cryptsetup@refectory\\x2ddata.service\n"
                                        "systemctl daemon-reload\n",
                                        machine.key().string(), partition.path.string()));
    CHECK(test::file_text(machine.etc("crypttab")) == "# of before\n");
    CHECK(test::file_text(machine.etc("fstab")) == "# of before\n");
}

TEST_CASE("whichever step failed after the volume was made, it is closed, waits for no start, and can be made again")
{
    const NoPartition partition;
    if (!partition.is_there()) SKIP("this needs root, for a mount namespace");
    const auto [program, failing] = GENERATE(table<std::string, std::string>({
        {"systemctl", "[ \"$1\" != start ]"}, {"mkfs.ext4", "exit 1"}, {"mount", "exit 1"}}));
    CAPTURE(program);
    MachineToEncrypt machine{partition.path};
    machine.record(program, failing);
    const auto said = machine.encrypt_apart(partition.path.string());
    CHECK_FALSE(has(said, "The data is encrypted"));
    CHECK(has(said, "run this again"));
    CHECK(machine.done().ends_with("systemctl stop systemd-cryptsetup@refectory\\x2ddata.service\nsystemctl daemon-reload\n"));
    CHECK(test::file_text(machine.etc("crypttab")) == "# of before\n");
    CHECK(test::file_text(machine.etc("fstab")) == "# of before\n");

    machine.record(program);
    CHECK(has(machine.encrypt_apart(partition.path.string()), "The data is encrypted from now on."));
    CHECK(test::file_text(machine.etc("crypttab")) == fmt::format("# of before\n{}", line_of_crypttab));
    CHECK(test::file_text(machine.etc("fstab")) == fmt::format("# of before\n{}", line_of_fstab));
}

TEST_CASE("what an encrypting left that was cut off by the plug stands in nobody's way")
{
    const NoPartition partition;
    if (!partition.is_there()) SKIP("this needs root, for a mount namespace");
    MachineToEncrypt machine{partition.path};
    test::put(machine.etc("crypttab"), "refectory-data UUID=first none tpm2-device=auto\nrefectory-data-of-others UUID=4-5 none\n");
    test::put(machine.etc("fstab"), fmt::format("{}/dev/sda1 / ext4 defaults 0 1\n", line_of_fstab));
    CHECK(has(machine.encrypt_apart(partition.path.string()), "The data is encrypted from now on."));
    CHECK(test::file_text(machine.etc("crypttab")) == fmt::format("refectory-data-of-others UUID=4-5 none\n{}", line_of_crypttab));
    CHECK(test::file_text(machine.etc("fstab")) == fmt::format("/dev/sda1 / ext4 defaults 0 1\n{}", line_of_fstab));
}
