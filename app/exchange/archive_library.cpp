#include "exchange/archive_library.hpp"

#include <dlfcn.h>

#include <optional>
#include <type_traits>

namespace refectory {

namespace {

std::optional<ArchiveLibrary> load()
{
    void* handle = ::dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
    if (!handle) return std::nullopt;
    ArchiveLibrary library;
    bool is_whole = true;
    const auto find = [&](auto& function, const char* name) {
        function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(::dlsym(handle, name));
        is_whole = is_whole && function;
    };
#define REFECTORY_FIND(name) find(library.name, #name);
    REFECTORY_ARCHIVE_FUNCTIONS(REFECTORY_FIND)
#undef REFECTORY_FIND
    return is_whole ? std::optional{library} : std::nullopt;
}

}

Result<const ArchiveLibrary*> archive_library()
{
    static const auto library = load();
    if (!library) return failure("This machine has no libarchive 3, which packs what is sent. Install the package libarchive13.");
    return &*library;
}

}
