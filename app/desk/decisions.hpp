// What a publication decides before any of its files is written: the chairs of every activity, over all kiosks, under one lock. What
// was decided is on disk, and stands, whatever becomes of the files.
#pragma once

#include "desk/programme_folder.hpp"
#include "store/chair_book.hpp"

#include <array>

namespace refectory {

struct DecidedGift {
    ActivityId activity;
    ChairGift gift;
};
struct DecidedPromise {
    ActivityId activity;
    ForgottenPromise promise;
};
// A kiosk that cannot promise all the chairs that it was given by hand: other kiosks still hold them, its machines share
// them, or they are kept for what its disk, which was put back, has forgotten.
struct Shortfall {
    ActivityId activity;
    std::string kiosk;
    int wanted = 0, got = 0;  // by each of its machines
    int machines = 1;         // that were set up by its file, and stand
    int held_by_gone = 0;     // by machines of it that do not
    bool has_several_histories = false;  // of which a machine of it may go on with any
};

// Who is signed up for it and not among the people of the programme any more.
struct Unlisted {
    ActivityId activity;
    std::vector<PersonId> people;
};

// What became of an activity that people have signed up for, where neither its state nor a reason says so to them.
enum class Unsaid { another_time_or_place, only_proposed, takes_place_again };
constexpr auto names_of(Unsaid) { return std::array<std::string_view, 3>{"another time or place", "only proposed", "takes place again"}; }
struct UnsaidChange {
    ActivityId activity;
    Unsaid what;
    std::vector<PersonId> people;
};

// A room that was made smaller than the places that were promised in it.
struct Overfull {
    ActivityId activity;
    int places = 0, capacity = 0;
};

struct Decisions {
    Publication publication;
    std::map<std::pair<ActivityId, std::string>, int> allotments;  // activity and kiosk's code
    std::vector<DecidedGift> gifts, by_allotment;
    std::vector<WaitingForChair> given_before;  // by publications that did not come to their end: nobody was told of them
    std::vector<DecidedPromise> forgotten;
    std::vector<DoubleAtActivity> doubles;
    std::vector<Shortfall> shortfalls;
    std::vector<UnsaidChange> unsaid;
    std::vector<Overfull> overfull;
    std::vector<Unlisted> unlisted;
    std::vector<std::pair<PersonId, PersonId>> two_again;  // were one person by an earlier list, and are so no more
    std::vector<std::string> not_heard_from;  // no chair was given: the desk was restored, and does not know yet what these kiosks hold

    bool is_complete() const { return not_heard_from.empty(); }
};

// What of the programme goes against an erasure: nothing is decided as long as there is any of it.
std::vector<Fault> faults_of_erased(DeskStore& store, const DeskProgramme& programme);

Result<Decisions> decide(DeskStore& store, const DeskProgramme& programme, Instant now);
// For the programme that one new kiosk begins with: its chairs by hand, as far as no other holds them. Nobody who waits is given one, for
// no other kiosk, and no coordinator, would hear of it.
Result<Decisions> decide_first(DeskStore& store, const DeskProgramme& programme, const std::string& kiosk, Instant now);

}
