// Looks through the whole of a database for damage, on a thread and over a connection of its own that only reads: with a million facts
// that takes seconds, which nobody is to wait for before the first picture. Whoever writes waits for it (store/store_context.hpp).
#pragma once

#include <filesystem>
#include <future>
#include <thread>

namespace refectory {

class DamageSearch {
public:
    explicit DamageSearch(std::filesystem::path database) : database_(std::move(database)) {}
    DamageSearch(const DamageSearch&) = delete;
    DamageSearch& operator=(const DamageSearch&) = delete;
    ~DamageSearch() = default;  // breaks off

    // Begins it, where it has not begun.
    bool is_over();
    // Waits until it is over.
    bool has_found_any();

private:
    void begin();

    std::filesystem::path database_;
    std::shared_future<bool> found_;
    std::jthread worker_;
};

}
