// One row of the bench's table: what was measured, against what, and whether it holds the goal. It measures nothing itself.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace refectory::bench {

struct Samples {
    std::vector<double> values;

    double median() const;
    double low() const;   // the 10th percentile
    double high() const;  // the 90th
    bool empty() const { return values.empty(); }
    void add(double value) { values.push_back(value); }
};

struct Row {
    std::string part;  // by this name it is run alone
    std::string what;
    std::string unit;
    Samples ours = {}, baseline = {};
    std::string against = {};  // what the baseline is, in words; or why there is none
    std::string goal = {};     // in words
    std::function<bool(double ours, double baseline)> holds = {};  // of the medians; none where it is only told
};

// Where nothing could be measured: the reason stands in the row, and the other parts go on.
Row not_measured(std::string part, std::string what, std::string why);

std::string table(std::span<const Row> rows);  // Markdown
std::string json(std::span<const Row> rows);   // an object a line
bool all_hold(std::span<const Row> rows);  // not where one could not be measured

}
