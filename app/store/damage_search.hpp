// Looks through the whole of a database for damage, on a thread and over a connection of its own that only reads: with a million facts
// that takes seconds, which nobody is to wait for before the first picture. Whoever writes waits for it (store/store_context.hpp).
#pragma once

#include <filesystem>
#include <future>
#include <thread>

namespace refectory {

class DamageSearch {
public:
    explicit DamageSearch(const std::filesystem::path& database);
    DamageSearch(const DamageSearch&) = delete;
    DamageSearch& operator=(const DamageSearch&) = delete;
    ~DamageSearch() = default;  // breaks off

    bool is_over() const;
    // Waits until it is over.
    bool has_found_any() const { return found_.get(); }

private:
    std::shared_future<bool> found_;
    std::jthread worker_;
};

}
