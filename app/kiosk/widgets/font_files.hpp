// The files of fonts as they lie on the disk: of each only what is drawn with is ever read, once, however many fonts stand on it.
// Dear ImGui's fonts that are made of them hold as long as the object lives.
#pragma once

#include "domain/result.hpp"

#include <map>
#include <string>

struct ImFont;

namespace refectory::ui {

class FontFiles {
public:
    FontFiles() = default;
    ~FontFiles();
    FontFiles(const FontFiles&) = delete;
    FontFiles& operator=(const FontFiles&) = delete;

    enum class As { font, behind_the_last, icons };  // icons: a font of its own, whose characters are asked for lower down

    // To the context that is current. `size` is the height of its line. Fails where the file is not there or is no font, and says which.
    Result<ImFont*> add(const std::string& path, float size, As as);

private:
    struct File {
        void* data = nullptr;
        std::size_t size = 0;
    };

    Result<File> file_at(const std::string& path);

    std::map<std::string, File, std::less<>> files_;
};

}
