// What collecting came to, in words: each file, and of each kiosk that is among them what is missing and what was continued twice.
#pragma once

#include "exchange/collect.hpp"
#include "store/desk_status.hpp"

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
    std::vector<std::string> findings() const;  // gaps and forks, a line each
    std::string json() const;
    std::int64_t refused() const { return refused_; }

private:
    std::vector<std::string> kiosks() const;  // whose parcels were taken

    const CollectReport& report_;
    DeskStore& store_;
    std::int64_t new_ = 0, known_ = 0, refused_ = 0, facts_ = 0, answers_ = 0;
};

}
