// The parts of the bench, each measured by itself and run alone by its name. What each one stands for, and the goal that it is held
// to, is said in its rows.
#pragma once

#include "bench/row.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace refectory::bench {

struct Bench {
    std::filesystem::path bin;      // where the programs that are measured stand
    std::filesystem::path scratch;  // a folder on the disk that is measured, never in memory
    int repeats = 0;                // of ours and of the baseline, one after the other
    std::int64_t facts = 1'000'000;  // of the parts that are about many
};

std::vector<Row> start(const Bench& bench);
std::vector<Row> tap(const Bench& bench);
std::vector<Row> memory(const Bench& bench);
std::vector<Row> rest(const Bench& bench);
std::vector<Row> size(const Bench& bench);
std::vector<Row> sign_up(const Bench& bench);
std::vector<Row> views(const Bench& bench);
std::vector<Row> export_to_stick(const Bench& bench);
std::vector<Row> collect_parcels(const Bench& bench);
std::vector<Row> pass(const Bench& bench);

}
