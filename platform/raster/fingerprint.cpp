#include "platform/raster/fingerprint.hpp"

#include "platform/raster/rasteriser.hpp"

#include <imgui.h>

#include <bit>
#include <limits>

namespace refectory::platform::raster {

namespace {

constexpr float farthest = 32'000;       // pixels; beyond, the rasteriser draws as if it were there
constexpr std::size_t most_areas = 8;  // for each one the whole picture's shapes are gone through

std::uint64_t mixed(std::uint64_t sum, std::uint64_t value)
{
    sum = (sum ^ value) * 0x9E3779B97F4A7C15U;
    return sum ^ (sum >> 29);
}

std::uint64_t two(float first, float second)
{
    return std::uint64_t{std::bit_cast<std::uint32_t>(first)} << 32 | std::bit_cast<std::uint32_t>(second);
}

std::uint64_t sum_of(const ImDrawVert& vertex)
{
    return mixed(mixed(mixed(0, two(vertex.pos.x, vertex.pos.y)), two(vertex.uv.x, vertex.uv.y)), vertex.col);
}

std::uint64_t sum_of(const ImDrawCmd& command)
{
    const auto sum = mixed(static_cast<std::uint64_t>(command.TexRef._TexData ? command.TexRef._TexData->UniqueID : -1), two(command.ClipRect.x, command.ClipRect.y));
    return mixed(sum, two(command.ClipRect.z, command.ClipRect.w));
}

// What a triangle needs of a corner, worked out once: most corners are of two triangles, and of several in what is round.
struct Vertex {
    std::uint64_t sum;
    int x, y;  // the pixel that it is in
};

// As std::floor, without a jump that a processor must guess.
int pixel_of(float place)
{
    constexpr int above_zero = 65536;
    return static_cast<int>(static_cast<double>(std::clamp(place, -farthest, farthest)) + above_zero) - above_zero;
}

std::vector<Vertex> vertices_of(const ImVector<ImDrawVert>& vertices, ImVec2 origin)
{
    std::vector<Vertex> known;
    known.reserve(static_cast<std::size_t>(vertices.size()));
    for (const auto& vertex : vertices)
        known.push_back({sum_of(vertex), pixel_of(vertex.pos.x - origin.x), pixel_of(vertex.pos.y - origin.y)});
    return known;
}

// The same from the middles of the pixels as the rasteriser goes by, and one more on each side for what is rounded.
Area bounds_of(const Vertex& a, const Vertex& b, const Vertex& c)
{
    return {std::min({a.x, b.x, c.x}) - 1, std::min({a.y, b.y, c.y}) - 1, std::max({a.x, b.x, c.x}) + 2, std::max({a.y, b.y, c.y}) + 2};
}

Area around(const Area& one, const Area& other)
{
    return {std::min(one.left, other.left), std::min(one.top, other.top), std::max(one.right, other.right), std::max(one.bottom, other.bottom)};
}

bool touch(const Area& one, const Area& other)
{
    return !shared(one, other).is_empty();
}

std::int64_t pixels_of(const Area& area)
{
    return std::int64_t{area.right - area.left} * (area.bottom - area.top);
}

// The two that are the least to draw beside what must be drawn become one, and with it whatever it touches then.
void join_two(std::vector<Area>& areas)
{
    std::size_t first = 0, second = 1;
    auto least = std::numeric_limits<std::int64_t>::max();
    for (std::size_t i = 0; i < areas.size(); ++i)
        for (std::size_t j = i + 1; j < areas.size(); ++j)
            if (const auto more = pixels_of(around(areas[i], areas[j])) - pixels_of(areas[i]) - pixels_of(areas[j]); more < least)
                least = more, first = i, second = j;
    auto joined = around(areas[first], areas[second]);
    areas.erase(areas.begin() + static_cast<std::ptrdiff_t>(second));
    areas.erase(areas.begin() + static_cast<std::ptrdiff_t>(first));
    for (auto found = areas.begin(); found != areas.end();) {
        if (!touch(*found, joined)) {
            ++found;
            continue;
        }
        joined = around(joined, *found);
        areas.erase(found);
        found = areas.begin();
    }
    areas.push_back(joined);
}

}

std::uint64_t sum_of(const ImDrawData& data)
{
    auto sum = two(data.DisplaySize.x, data.DisplaySize.y);
    for (const auto* list : data.CmdLists) {
        for (const auto& vertex : list->VtxBuffer) sum = mixed(sum, sum_of(vertex));
        for (const auto& command : list->CmdBuffer) sum = mixed(mixed(sum, sum_of(command)), std::uint64_t{command.IdxOffset} << 32 | command.ElemCount);
        for (const auto index : list->IdxBuffer) sum = sum * 31 + index;
    }
    return sum;
}

Fingerprint::Fingerprint(const ImDrawData& data, int width, int height) : width_(width), height_(height)
{
    tiles_.assign(static_cast<std::size_t>(columns()) * static_cast<std::size_t>(rows()), 0);
    for (const auto* list : data.CmdLists) {
        const auto vertices = vertices_of(list->VtxBuffer, data.DisplayPos);
        for (const auto& command : list->CmdBuffer) {
            const auto clip = shared(glass(), clip_of(command, data.DisplayPos));
            if (command.UserCallback || clip.is_empty() || !command.TexRef._TexData) continue;
            const auto of_command = sum_of(command);
            const auto* its = vertices.data() + command.VtxOffset;
            const auto* indices = list->IdxBuffer.Data + command.IdxOffset;
            for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
                const auto &a = its[indices[i]], &b = its[indices[i + 1]], &c = its[indices[i + 2]];
                const auto part = shared(clip, bounds_of(a, b, c));
                if (part.is_empty()) continue;
                const auto sum = mixed(mixed(mixed(of_command, a.sum), b.sum), c.sum);
                for (int row = part.top / tile_size; row <= (part.bottom - 1) / tile_size; ++row)
                    for (int column = part.left / tile_size; column <= (part.right - 1) / tile_size; ++column) {
                        auto& tile = tiles_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns()) + static_cast<std::size_t>(column)];
                        tile = mixed(tile, sum);
                    }
            }
        }
    }
}

// Tiles beside each other in a row are one area, and so are equal stretches below each other.
std::vector<Area> Fingerprint::what_differs_from(const Fingerprint& other) const
{
    if (width_ != other.width_ || height_ != other.height_) return {glass()};
    std::vector<Area> areas;
    const auto differs = [&](int column, int row) {
        const auto at = static_cast<std::size_t>(row) * static_cast<std::size_t>(columns()) + static_cast<std::size_t>(column);
        return tiles_[at] != other.tiles_[at];
    };
    for (int row = 0; row < rows(); ++row)
        for (int column = 0; column < columns(); ++column) {
            if (!differs(column, row)) continue;
            const int from = column;
            while (column < columns() && differs(column, row)) ++column;
            const Area stretch = shared(glass(), {from * tile_size, row * tile_size, column * tile_size, (row + 1) * tile_size});
            const auto above = std::ranges::find_if(areas, [&](const Area& area) {
                return area.bottom == stretch.top && area.left == stretch.left && area.right == stretch.right;
            });
            if (above != areas.end()) above->bottom = stretch.bottom;
            else areas.push_back(stretch);
        }
    while (areas.size() > most_areas) join_two(areas);
    return areas;
}

}
