// The names of our files, also where copying has changed them: "Copy of" before them, "(1)" or "- Copy" before an ending, capitals
// where a stick's file system knows nothing else.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace refectory {

// What stands between the beginning and the first ending of a name such as "refectory-setup-MC-ADULTS.sealed", in capitals. Nothing
// where the name is of no such file, or of a hidden one, as a Mac leaves beside each file on a stick. Beginning and ending are in small letters; the ending may have two parts, as ".zip.age".
std::optional<std::string> middle_of_name(std::string_view name, std::string_view beginning, std::string_view ending);

}
