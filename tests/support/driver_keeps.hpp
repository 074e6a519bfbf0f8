// While it stands, no leak is looked for: a driver of a graphics card does not give all back that it took.
#pragma once

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/lsan_interface.h>
#endif

namespace refectory::test {

struct DriverKeeps {
#if defined(__SANITIZE_ADDRESS__)
    __lsan::ScopedDisabler is_not_asked;
#endif
    DriverKeeps() {}  // so that it counts as used where it does nothing
};

}
