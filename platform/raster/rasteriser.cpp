#include "platform/raster/rasteriser.hpp"

#include "platform/raster/shapes.hpp"

#include <imgui.h>

#include <optional>
#include <vector>

namespace refectory::platform::raster {

namespace {

constexpr float farthest = 32'000;  // pixels; what lies beyond is drawn as if it lay there

std::int64_t place_of(float pixels)
{
    const double place = static_cast<double>(std::clamp(pixels, -farthest, farthest)) * place_one;
    return static_cast<std::int64_t>(place + (place < 0 ? -0.5 : 0.5));
}

class CommandDrawing {
public:
    CommandDrawing(const ImDrawList& list, const ImDrawCmd& command, ImVec2 origin, const Canvas& canvas, const Area& area)
        : vertices_(list.VtxBuffer.Data + command.VtxOffset), indices_(list.IdxBuffer.Data + command.IdxOffset), count_(command.ElemCount), origin_(origin),
          canvas_(canvas), area_(area),
          near_(origin.x + static_cast<float>(area.left - 1), origin.y + static_cast<float>(area.top - 1), origin.x + static_cast<float>(area.right + 1),
                origin.y + static_cast<float>(area.bottom + 1)),
          texture_(*command.TexRef._TexData, canvas.order)
    {
    }

    void draw() const
    {
        for (unsigned i = 0; i + 2 < count_;) {
            const auto* at = indices_ + i;
            i += is_apart(vertex(at[0]), vertex(at[1]), vertex(at[2])) ? 3U : draw_some(at, count_ - i);
        }
    }

    bool begins_by_covering() const
    {
        if (!is_rectangle(indices_, count_)) return false;
        const auto flat = flat_texture(vertex(indices_[0]), vertex(indices_[2]), vertex(indices_[2]));
        const auto first = corner(indices_[0]), opposite = corner(indices_[2]);
        return flat && times(*flat, first.colour).alpha == 255 && shared(area_, pixels_between(first, opposite)) == area_;
    }

private:
    // Of how many indices.
    unsigned draw_some(const ImDrawIdx* at, unsigned left) const
    {
        if (draw_rectangle(at, left) || draw_fading(at, left)) return 6;
        if (const auto drawn = draw_fan(at, left)) return drawn;
        draw_one(at);
        return 3;
    }

    const ImDrawVert& vertex(ImDrawIdx index) const { return vertices_[index]; }

    // Of a small area most shapes lie apart, and that is seen before anything else of them is worked out. A rectangle's triangles reach
    // as far as each other.
    bool is_apart(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) const
    {
        const auto is_beyond = [](float first, float second, float third, float from, float to) {
            return std::max({first, second, third}) < from || std::min({first, second, third}) > to;
        };
        return is_beyond(a.pos.y, b.pos.y, c.pos.y, near_.y, near_.w) || is_beyond(a.pos.x, b.pos.x, c.pos.x, near_.x, near_.z);
    }

    Corner corner(ImDrawIdx index) const
    {
        const auto& given = vertex(index);
        return {place_of(given.pos.x - origin_.x), place_of(given.pos.y - origin_.y), static_cast<double>(given.uv.x) * texture_.width(),
                static_cast<double>(given.uv.y) * texture_.height(), in_order(colour_of(given.col), canvas_.order)};
    }

    // ImGui's rectangles are two triangles over the corners a, b, c, d, clockwise from the first.
    bool is_rectangle(const ImDrawIdx* at, unsigned left) const
    {
        if (left < 6 || at[3] != at[0] || at[4] != at[2]) return false;
        const auto &a = vertex(at[0]), &b = vertex(at[1]), &c = vertex(at[2]), &d = vertex(at[5]);
        const bool is_upright = a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y && d.pos.x == a.pos.x && a.pos.x < c.pos.x && a.pos.y < c.pos.y;
        const bool is_of_one_colour = a.col == b.col && a.col == c.col && a.col == d.col;
        const bool is_even = a.uv.y == b.uv.y && b.uv.x == c.uv.x && c.uv.y == d.uv.y && d.uv.x == a.uv.x;
        return is_upright && is_of_one_colour && is_even;
    }

    bool draw_rectangle(const ImDrawIdx* at, unsigned left) const
    {
        if (!is_rectangle(at, left)) return false;
        const auto first = corner(at[0]), opposite = corner(at[2]);
        if (const auto flat = flat_texture(vertex(at[0]), vertex(at[2]), vertex(at[2])))
            fill(canvas_, shared(area_, pixels_between(first, opposite)), times(*flat, first.colour));
        else draw_picture(canvas_, area_, first, opposite, texture_);
        return true;
    }

    // Two triangles over the corners a, b, c, d of an upright rectangle of one colour whose alpha is one on one side, and another on the
    // opposite one. Where its corners are is asked in the canvas's places: floats that were worked out in other ways are not quite equal.
    bool draw_fading(const ImDrawIdx* at, unsigned left) const
    {
        if (left < 6 || at[3] != at[0] || at[4] != at[2]) return false;
        const auto col = [&](int corner) { return vertex(at[corner]).col; };
        const bool begins_ab = col(0) == col(1) && col(2) == col(5), begins_ad = col(0) == col(5) && col(1) == col(2);
        if (begins_ab == begins_ad || ((col(0) ^ col(2)) & ~IM_COL32_A_MASK) != 0) return false;
        auto a = corner(at[0]), b = corner(at[1]), c = corner(at[2]), d = corner(at[5]);
        const bool goes_across = a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x, goes_down = a.x == b.x && b.y == c.y && c.x == d.x && d.y == a.y;
        const auto flat = flat_texture(vertex(at[0]), vertex(at[1]), vertex(at[2]));
        if (goes_across == goes_down || !flat || !flat_texture(vertex(at[0]), vertex(at[2]), vertex(at[5]))) return false;
        a.colour = times(*flat, a.colour);
        c.colour = times(*flat, c.colour);
        fade(canvas_, area_, a, c, goes_across == begins_ab ? Fades::down : Fades::across);
        return true;
    }

    // Triangles that share their first corner, each the next one's side, of one colour: so ImGui fills what is convex.
    unsigned draw_fan(const ImDrawIdx* at, unsigned left) const
    {
        const auto& first = vertex(at[0]);
        const auto is_like_first = [&](ImDrawIdx index) {
            const auto& one = vertex(index);
            return one.col == first.col && one.uv.x == first.uv.x && one.uv.y == first.uv.y;
        };
        unsigned end = 3;
        while (end + 2 < left && at[end] == at[0] && at[end + 1] == at[end - 1] && is_like_first(at[end + 2])) end += 3;
        if (end == 3 || !is_like_first(at[1]) || !is_like_first(at[2])) return 0;
        std::vector<Corner> corners{corner(at[0]), corner(at[1])};
        for (unsigned i = 2; i < end; i += 3) corners.push_back(corner(at[i]));
        corners[0].colour = times(*flat_texture(first, first, first), corners[0].colour);
        return fill_convex(canvas_, area_, corners) ? end : 0;
    }

    void draw_one(const ImDrawIdx* at) const
    {
        Corner corners[3] = {corner(at[0]), corner(at[1]), corner(at[2])};
        const auto flat = flat_texture(vertex(at[0]), vertex(at[1]), vertex(at[2]));
        if (flat)
            for (auto& one : corners) one.colour = times(*flat, one.colour);
        draw_triangle(canvas_, area_, corners, flat ? nullptr : &texture_);
    }

    // Most shapes have one white pixel of the atlas for their texture.
    std::optional<Colour> flat_texture(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) const
    {
        if (a.uv.x != b.uv.x || a.uv.y != b.uv.y || a.uv.x != c.uv.x || a.uv.y != c.uv.y) return std::nullopt;
        return texture_.at(static_cast<int>(a.uv.x * static_cast<float>(texture_.width())), static_cast<int>(a.uv.y * static_cast<float>(texture_.height())));
    }

    const ImDrawVert* vertices_;
    const ImDrawIdx* indices_;
    unsigned count_;
    ImVec2 origin_;
    Canvas canvas_;
    Area area_;
    ImVec4 near_;  // the same with a pixel around it, as Dear ImGui counts
    Texture texture_;
};

}

Area clip_of(const ImDrawCmd& command, const ImVec2& origin)
{
    return {static_cast<int>(command.ClipRect.x - origin.x), static_cast<int>(command.ClipRect.y - origin.y), static_cast<int>(command.ClipRect.z - origin.x),
            static_cast<int>(command.ClipRect.w - origin.y)};
}

bool begins_by_covering(const ImDrawData& data, const Area& area)
{
    for (const auto* list : data.CmdLists) {
        if (list->CmdBuffer.empty() || list->CmdBuffer[0].ElemCount == 0) continue;
        const auto& command = list->CmdBuffer[0];
        const auto clip = clip_of(command, data.DisplayPos);
        const bool is_seen = !command.UserCallback && command.TexRef._TexData && command.TexRef._TexData->Pixels;
        return is_seen && shared(area, clip) == area && CommandDrawing{*list, command, data.DisplayPos, {}, area}.begins_by_covering();
    }
    return false;
}

void draw(const ImDrawData& data, const Canvas& canvas, const Area& area)
{
    const auto visible = shared(area, canvas.all());
    for (const auto* list : data.CmdLists)
        for (const auto& command : list->CmdBuffer) {
            const auto part = shared(visible, clip_of(command, data.DisplayPos));
            if (command.UserCallback || part.is_empty() || !command.TexRef._TexData || !command.TexRef._TexData->Pixels) continue;
            CommandDrawing{*list, command, data.DisplayPos, canvas, part}.draw();
        }
}

}
