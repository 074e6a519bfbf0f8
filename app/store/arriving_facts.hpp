// The facts of the one parcel that is being taken in. A parcel comes table by table, each in the order of its numbers; here they wait,
// in a file without a name beside the database, until all are there, and come out in the order in which they were recorded. However
// many there are, few are in memory: a parcel that would want more is refused. It checks nothing but that no number comes twice.
#pragma once

#include "domain/result.hpp"
#include "store/fact_rows.hpp"
#include "store/spill_file.hpp"

#include <functional>
#include <map>
#include <vector>

namespace refectory {

class ArrivingFacts {
public:
    explicit ArrivingFacts(std::filesystem::path folder) : file_(std::move(folder)) {}

    Result<> add(const FactTable& table, const FactRow& row);
    bool has_added(PersonId person);
    // The feedback with that number, where it says that there are words to it.
    Result<std::optional<StoredFact>> feedback_with_words(const FactKey& key);
    // By origin, and within each by number.
    Result<> in_order(const std::function<Result<>(const StoredFact&)>& take);

private:
    // Rows of one table and one origin whose numbers rise, one behind the other in the file.
    struct Run {
        const FactTable* table = nullptr;
        std::int64_t begin = 0, end = 0, last_seq = 0;
    };
    using Runs = std::vector<Run>;
    struct Feedback { FactKey key; std::int64_t begin = 0; };
    class Reader;

    Result<> note(const FactTable& table, const FactRow& row);
    Result<> merge(const Origin& origin, const Runs& runs, const std::function<Result<>(const StoredFact&)>& take);

    SpillFile file_;
    std::map<Origin, Runs> runs_;
    std::size_t count_of_runs_ = 0;
    Origin last_origin_;
    std::string text_;  // of the fact that is added
    std::vector<std::int64_t> added_;
    std::vector<Feedback> feedback_;
    bool is_sorted_ = true;
};

}
