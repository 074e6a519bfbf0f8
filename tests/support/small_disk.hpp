// A disk of a few megabytes for a test alone, to be filled. It is a tmpfs, so it takes root to make one.
#pragma once

#include <sys/mount.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace refectory::test {

class SmallDisk {
public:
    explicit SmallDisk(std::filesystem::path where) : where_(std::move(where))
    {
        std::filesystem::create_directories(where_);
        is_mounted_ = ::mount("tmpfs", where_.c_str(), "tmpfs", MS_NODEV | MS_NOSUID, "size=16m") == 0;
    }
    ~SmallDisk()
    {
        if (is_mounted_) ::umount2(where_.c_str(), MNT_DETACH);
        std::error_code ignored;
        std::filesystem::remove_all(where_, ignored);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool is_mounted() const { return is_mounted_; }
    void fill() const
    {
        std::ofstream filler{where_ / "filler", std::ios::binary | std::ios::app};
        const std::string page(4096, 'f');
        while (filler << page << std::flush) {}
    }

private:
    std::filesystem::path where_;
    bool is_mounted_ = false;
};

}
