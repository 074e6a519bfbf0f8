// What the desk's program says to another program: one object, on one line. A path may hold bytes that are no text. They are replaced,
// for what was done has to be said all the same.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace refectory {

inline std::string json_line(const nlohmann::ordered_json& json)
{
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}
