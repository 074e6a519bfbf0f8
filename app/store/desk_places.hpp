// Who has a place and who waits at one kiosk, as far as the desk knows: parcels may be missing, and a disk that was put back, or ran in
// two computers, has several histories. Of those the kiosk goes on with one; what it promised in the others stands as well.
#pragma once

#include "store/histories.hpp"
#include "store/place_facts.hpp"
#include "store/whole_history.hpp"

#include <map>
#include <set>

namespace refectory {

// Facts beyond what it says of their origin are passed over.
using CountsUpTo = std::function<std::int64_t(const Origin&)>;

// Of an origin that was continued twice, which way it is gone on, counted from the one that was heard of last.
struct Branch {
    Origin origin;
    std::size_t number = 0;
};

// Asked while the desk decides, when nothing is collected: what it has read of a history it keeps.
class DeskPlaces {
public:
    explicit DeskPlaces(Database& desk) : desk_(desk) {}

    const Histories& histories(const std::string& kiosk) { return histories_.try_emplace(kiosk, desk_, kiosk).first->second; }
    std::int64_t whole_up_to(const Origin& origin) { return history(origin).whole.up_to(); }
    // None where an origin was not continued twice.
    std::size_t branches_of(const Origin& origin) { return history(origin).branches.size(); }
    // Where its machine goes on with that origin.
    Places of(const std::string& kiosk, const ActivityId& activity, const CountsUpTo& counts, const Origin& goes_on, const Branch& branch = {});

private:
    // The one that the kiosk goes on with, as far as can be known, is the last of the branches.
    struct History {
        WholeHistory whole;
        std::vector<std::set<Digest>> branches;
    };
    // Of one activity at one kiosk.
    struct Told {
        const Histories& histories;
        const CountsUpTo& counts;
        const Branch& branch;
        std::map<Origin, std::vector<PlaceFact>> facts;
    };
    const History& history(const Origin& origin);
    Places along(const std::vector<Origin>& line, const Told& told, const std::multimap<Origin, Places>& parted);
    std::vector<PlaceFact> facts(const std::string& kiosk, const ActivityId& activity, const Origin& goes_on);
    void put_last_the_one_heard_of(const Origin& origin, std::vector<std::set<Digest>>& branches);
    void apply_history(Places& places, std::span<const PlaceFact> facts, std::int64_t counts, std::size_t number);

    Database& desk_;
    std::map<std::string, Histories> histories_;
    std::map<Origin, History> of_origins_;
};

}
