// Bytes as the seals, signatures and hashes use them.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace refectory {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

// Fills the span with random bytes. The program passes the operating system's, a test a seeded one.
using Entropy = std::function<void(std::span<std::uint8_t>)>;

ByteView bytes_of(std::string_view text);
std::string text_of(ByteView bytes);

std::string to_hex(ByteView bytes);
// Lower or upper case, an even number of digits; nothing else. Empty bytes for an empty text.
bool from_hex(std::string_view text, std::span<std::uint8_t> into);

// A number from 0 up to and without `limit`, each as likely as the others.
std::uint64_t random_below(const Entropy& entropy, std::uint64_t limit);

}
