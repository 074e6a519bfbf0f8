// Where bytes go that come in pieces. An error ends the whole operation, which hands it on.
#pragma once

#include "domain/result.hpp"

#include <functional>
#include <string_view>

namespace refectory {

using ByteSink = std::function<Result<>(std::string_view)>;

}
