// Room on the disk for whoever looks after the kiosk. Where the disk is full nothing more can be promised to anybody, but the PIN
// is still taken, with its tries counted, and the day can leave on a stick. It knows no database.
#pragma once

#include <filesystem>

namespace refectory {

class Reserve {
public:
    static constexpr std::uintmax_t whole = std::uintmax_t{4} << 20;  // bytes: an entry takes a few thousand, an export more by its answers

    explicit Reserve(const std::filesystem::path& data_folder) : folder_(data_folder) {}

    // Takes what it still needs, though never more in all than it leaves to others.
    void keep() const;
    // Gives all of it back to the disk where that has less than this left. Whether it did.
    bool give_up_if_full() const;

private:
    std::filesystem::path file() const { return folder_ / "reserve"; }
    std::uintmax_t free_bytes() const;
    std::filesystem::path folder_;
};

}
