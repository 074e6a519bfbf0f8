// Looks for set-up files on the sticks that are in. A stick that has to be opened first is opened once, on a thread of its own,
// for that may take long: what is there is copied beside the kiosk's data, sealed as it is, and the stick is closed again, so that
// whoever pulls it out takes nothing away. The words are not known here, and nothing is unsealed.
#pragma once

#include "exchange/setup_file.hpp"
#include "kiosk/sticks.hpp"

#include <future>
#include <map>

namespace refectory {

class SetUpSearch {
public:
    explicit SetUpSearch(std::filesystem::path copies);  // the folder for them, which is emptied
    ~SetUpSearch();                                      // waits for a stick that is being opened
    SetUpSearch(const SetUpSearch&) = delete;
    SetUpSearch& operator=(const SetUpSearch&) = delete;

    struct Found {
        std::string stick;                        // its name
        Result<std::vector<FoundSetup>> setups;
    };
    // Of the sticks that have been looked into by now.
    std::vector<Found> look_into(const std::vector<Stick>& sticks);
    // Once a kiosk is set up: nothing of the search is left, but a stick that is still being opened, for which nobody waits.
    void end();

private:
    struct Look {
        std::future<Result<std::vector<FoundSetup>>> going_on;
        std::optional<Result<std::vector<FoundSetup>>> found = {};
    };
    std::optional<Result<std::vector<FoundSetup>>> setups_on(const Stick& stick);
    void forget_others(const std::vector<Stick>& sticks);

    std::filesystem::path copies_;
    std::map<std::string, Look> looks_;  // by which stick it is
    int looked_ = 0;
};

}
