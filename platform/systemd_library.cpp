#include "platform/systemd_library.hpp"

#include <dlfcn.h>

#include <optional>
#include <type_traits>

namespace refectory::platform {

namespace {

std::optional<SystemdLibrary> load()
{
    void* handle = ::dlopen("libsystemd.so.0", RTLD_NOW | RTLD_LOCAL);
    if (!handle) return std::nullopt;
    SystemdLibrary library;
    bool is_whole = true;
    const auto find = [&](auto& function, const char* name) {
        function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(::dlsym(handle, name));
        is_whole = is_whole && function;
    };
#define REFECTORY_FIND(name) find(library.name, #name);
    REFECTORY_SYSTEMD_FUNCTIONS(REFECTORY_FIND)
#undef REFECTORY_FIND
    return is_whole ? std::optional{library} : std::nullopt;
}

}

const SystemdLibrary* systemd_library()
{
    static const auto library = load();
    return library ? &*library : nullptr;
}

}
