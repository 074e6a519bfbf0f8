// What collecting came to, in words: each file, and of each kiosk what is missing and what was continued twice, as far as this
// collecting brought it to light. What was known before, the status says.
#pragma once

#include "exchange/collect.hpp"
#include "store/desk_status.hpp"

#include <map>

namespace refectory {

std::string clock_of(const ParcelHeader& header);
std::string words_of(const Gap& gap, const std::string& kiosk);
std::string words_of(const Fork& fork, const std::string& kiosk);
std::string words_of(const Restart& restart, const std::string& kiosk);

// What one kiosk's facts tell of parcels that were lost, and of its disk.
struct Findings {
    std::vector<Gap> gaps;
    std::vector<Fork> forks;
    std::vector<Restart> restarts;
};
using FindingsByKiosk = std::map<std::string, Findings>;
FindingsByKiosk findings_of(DeskStore& store);

class CollectWords {
public:
    // With what was known before it was collected.
    CollectWords(const CollectReport& report, const FindingsByKiosk& before, DeskStore& store);

    std::string everything() const;
    std::string sum() const;              // one line
    std::vector<std::string> findings() const;  // gaps and forks that are new, a line each
    std::vector<std::string> refused_files() const;  // and the reasons, a line each; also what was refused before
    std::vector<std::string> gaps_known_before() const;  // and that are there still, a line each
    std::string json() const;
    std::int64_t refused() const { return refused_ + refused_before_; }
    bool has_newly_refused() const { return refused_ > 0; }

private:
    const CollectReport& report_;
    FindingsByKiosk new_findings_;
    std::map<std::string, std::vector<Gap>> gaps_known_before_;
    std::int64_t new_ = 0, known_ = 0, refused_ = 0, refused_before_ = 0, facts_ = 0, answers_ = 0;
};

}
