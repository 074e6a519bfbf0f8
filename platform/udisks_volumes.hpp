// Which of all that udisks2 knows are sticks for people, and what is to be said of each. Pure: it asks no bus.
#pragma once

#include "platform/volumes.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace refectory::platform {

namespace udisks {

// What the object manager of udisks2 lists: objects by their path, with their interfaces, with their properties. Properties of
// other types than these do not matter here and are left out.
using Value = std::variant<bool, std::uint64_t, std::string, std::vector<std::string>>;
using Properties = std::map<std::string, Value, std::less<>>;
using Interfaces = std::map<std::string, Properties, std::less<>>;
using Objects = std::map<std::string, Interfaces, std::less<>>;

inline constexpr std::string_view block = "org.freedesktop.UDisks2.Block", drive = "org.freedesktop.UDisks2.Drive",
                                  filesystem = "org.freedesktop.UDisks2.Filesystem", loop = "org.freedesktop.UDisks2.Loop",
                                  partition_table = "org.freedesktop.UDisks2.PartitionTable", swap = "org.freedesktop.UDisks2.Swapspace";

// The property where it is there and of that type; otherwise what such a type is without a value.
template <class T>
T value_of(const Interfaces& interfaces, std::string_view interface, std::string_view property)
{
    const auto found = interfaces.find(interface);
    if (found == interfaces.end()) return {};
    const auto value = found->second.find(property);
    if (value == found->second.end()) return {};
    const auto* typed = std::get_if<T>(&value->second);
    return typed ? *typed : T{};
}

}

// An image in a file has no drive and is no stick; tests have no others.
enum class Loops { are_none_of_ours, count_as_sticks };

struct UsbVolume {
    std::string object;  // udisks2's path of it
    std::string name;    // its label; otherwise what its drive calls itself
    std::string type;    // "vfat"; empty where it has none
    std::uint64_t bytes = 0;
    VolumeTrouble trouble = VolumeTrouble::none;
};

// In the order of their paths. What belongs to this machine's system, and what people are not meant to see, is not among them.
std::vector<UsbVolume> volumes_of(const udisks::Objects& objects, Loops loops);

}
