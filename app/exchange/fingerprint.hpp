// Six words that tell one file from every other, for two people who compare what stands at the desk and at the kiosk. They come
// from the sum over its signed list of contents, and are no secret.
#pragma once

#include "domain/digest.hpp"

#include <string>

namespace refectory {

std::string fingerprint_words(const Digest& digest);

}
