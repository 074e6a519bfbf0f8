// What happened in a simulated year, in order: told when a promise is broken, and counted so that a test knows what it tried.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>

#include <map>
#include <string>
#include <vector>

namespace refectory::simulation {

class Journal {
public:
    explicit Journal(std::uint64_t seed) : seed_(seed) {}

    void begin(int week) { week_ = week; }
    // The first word of what happened is what it is counted under.
    void note(std::string what)
    {
        ++counts_[what.substr(0, what.find(' '))];
        lines_.push_back(fmt::format("week {}: {}", week_, what));
    }
    void must(bool is_kept, const std::string& promise)
    {
        if (is_kept) return;
        std::string all;
        for (const auto& line : lines_) all += line + "\n";
        FAIL(all << "The promise that is broken: " << promise << "\nReplay it with REFECTORY_SEED=" << seed_);
    }
    const std::map<std::string, int>& counts() const { return counts_; }

private:
    std::uint64_t seed_;
    int week_ = 0;
    std::vector<std::string> lines_;
    std::map<std::string, int> counts_;
};

}
