// What collecting came to, in words: each file, and of each kiosk what is missing and what was continued twice, as far as nobody was told
// of it yet. All of it the status says.
#pragma once

#include "exchange/collect.hpp"
#include "store/desk_status.hpp"
#include "store/told_findings.hpp"

#include <map>

namespace refectory {

std::string clock_of(const ParcelHeader& header);
std::string words_of(const Gap& gap, const std::string& kiosk);
std::string words_of(const Fork& fork, const std::string& kiosk);
std::string words_of(const Restart& restart, const std::string& kiosk);

class CollectWords {
public:
    CollectWords(const CollectReport& report, DeskStore& store);

    std::string everything() const;
    std::string sum() const;              // one line
    std::vector<std::string> findings() const;  // gaps and forks that are new, and what collecting left to be done, a line each
    std::vector<std::string> refused_files() const;  // and the reasons, a line each; also what was refused before
    std::vector<std::string> gaps_known_before() const;  // and that are there still, a line each
    std::string json() const;
    Result<> were_said();  // once they were
    std::int64_t refused() const { return refused_ + refused_before_; }
    bool has_newly_refused() const { return refused_ > 0; }

private:
    // What one kiosk's facts tell of parcels that were lost, and of its disk: new, but for the gaps that were known.
    struct Findings {
        std::vector<Gap> gaps, gaps_known_before;
        std::vector<Fork> forks;
        std::vector<Restart> restarts;
    };

    const CollectReport& report_;
    ToldFindings told_;
    std::map<std::string, Findings> findings_;  // by the kiosk's code
    std::set<std::string> all_findings_;
    std::int64_t new_ = 0, known_ = 0, refused_ = 0, refused_before_ = 0, facts_ = 0, answers_ = 0;
};

}
