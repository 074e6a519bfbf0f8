// What whoever sets a kiosk up should know of the machine: a sentence each, and whether it is as it should be. It changes nothing.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace refectory::platform {

struct Finding {
    bool is_as_it_should_be = false;
    std::string sentence;
};

// `root` is where the machine's own tables are looked for.
std::vector<Finding> check_machine(const std::filesystem::path& data, const std::filesystem::path& root = "/");

// Whether the device, as in "254:0", or one that it lies on is encrypted.
bool is_encrypted(const std::string& device, const std::filesystem::path& root = "/");

}
