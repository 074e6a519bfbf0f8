// Answers Dear ImGui's requests for textures, for as long as the object lives: they are drawn from where ImGui keeps them. Letters are
// kept as no more than their alpha, which takes a quarter of the memory; the context keeps to that.
#pragma once

struct ImDrawData;

namespace refectory::platform::raster {

class TextureService {
public:
    TextureService();   // in the current ImGui context, between two frames
    ~TextureService();  // when no frame will be drawn any more
    TextureService(const TextureService&) = delete;
    TextureService& operator=(const TextureService&) = delete;

    // Once a frame, before it is drawn.
    void serve(const ImDrawData& data);
};

}
