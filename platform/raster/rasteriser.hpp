// Draws what Dear ImGui has laid out into pixels, by the processor alone: rectangles, glyphs, and triangles with colours and textures.
// Whatever is drawn is worked out in whole numbers, or in doubles that nothing rearranges, from the place of each pixel on the
// canvas: the same picture comes out on every machine, and a part of it drawn alone is that part of the whole, to the bit.
// A pixel belongs to a shape that covers its middle; of two shapes that meet there, to the one on its right or below it.
#pragma once

#include "platform/raster/canvas.hpp"

struct ImDrawCmd;
struct ImDrawData;
struct ImVec2;

namespace refectory::platform::raster {

// Where a command may draw, for a canvas whose first pixel lies at the origin.
Area clip_of(const ImDrawCmd& command, const ImVec2& origin);
// Whether the first thing that is drawn hides all that stands in the area. Where it does not say so, it may all the same.
bool begins_by_covering(const ImDrawData& data, const Area& area);
// Only what lies in the area is drawn, over what stands there.
void draw(const ImDrawData& data, const Canvas& canvas, const Area& area);

}
