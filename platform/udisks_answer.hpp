// Reads what udisks2 answered out of a message of the bus. What is of a type that does not matter here is passed over.
#pragma once

#include "platform/udisks_volumes.hpp"

#include <optional>

struct sd_bus_message;

namespace refectory::platform::udisks {

// The next thing, where it is a text of that type: 's' for a plain one, 'o' for a path.
std::optional<std::string> text_in(sd_bus_message* message, char type);

Objects read_objects(sd_bus_message* message);

}
