#include "platform/surface/pixel_format.hpp"

#include <bit>

namespace refectory::platform {

namespace {

bool is_one_run(std::uint32_t mask)
{
    return mask != 0 && std::has_single_bit((mask >> std::countr_zero(mask)) + std::uint64_t{1});
}

// A byte of a colour in the bits of the mask: its upper bits where there is room for fewer.
struct Place {
    int bits, shift;
    explicit Place(std::uint32_t mask) : bits(std::popcount(mask)), shift(std::countr_zero(mask)) {}
    std::uint32_t of(std::uint32_t byte) const { return (bits <= 8 ? byte >> (8 - bits) : byte << (bits - 8)) << shift; }
};

}

bool can_be_written(const PixelFormat& format)
{
    return format.bytes >= 2 && format.bytes <= 4 && is_one_run(format.red) && is_one_run(format.green) && is_one_run(format.blue);
}

void write_pixels(const PixelFormat& format, const raster::Pixel* from, int count, std::uint8_t* to)
{
    const Place red{format.red}, green{format.green}, blue{format.blue};
    for (int i = 0; i < count; ++i, to += format.bytes) {
        const auto colour = raster::colour_of(from[i]);
        const auto value = red.of(colour.red) | green.of(colour.green) | blue.of(colour.blue);
        for (int byte = 0; byte < format.bytes; ++byte)
            to[byte] = static_cast<std::uint8_t>(value >> 8 * (format.is_big_end_first ? format.bytes - 1 - byte : byte));
    }
}

}
