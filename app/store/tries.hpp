// Counts wrong letters, codes and PINs: five, then a wait that doubles from a minute to an hour.
#pragma once

#include "store/store_context.hpp"

namespace refectory {

inline constexpr int tries_before_wait = 5;

struct TryVerdict {
    bool allowed = false;
    int left = 0;           // tries after this one, if it is wrong
    Instant blocked_until{};
};

class Tries {
public:
    explicit Tries(StoreContext& context) : context_(context) {}

    // The try is counted on disk before anybody looks whether it is right, so that pulling the plug gives none back.
    Result<TryVerdict> begin_try(const std::string& subject, Instant now);
    Result<> succeeded(const std::string& subject);

private:
    StoreContext& context_;
};

}
