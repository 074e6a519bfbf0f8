#include "platform/picture.hpp"

#include <png.h>

namespace refectory::platform {

std::expected<void, std::string> write_png(const Picture& picture, const std::filesystem::path& file)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(picture.width);
    image.height = static_cast<png_uint_32>(picture.height);
    image.format = PNG_FORMAT_RGBA;
    if (png_image_write_to_file(&image, file.c_str(), 0, picture.rgba.data(), 0, nullptr) == 0)
        return std::unexpected("The picture could not be written: " + std::string{image.message} + ".");
    return {};
}

}
