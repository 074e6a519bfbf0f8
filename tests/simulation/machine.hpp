// One kiosk's computer: its folder with the real store in it, its clock, and what people were told in front of it. With each thing that
// is done at it, it sees that what was told before still stands. It is put back to an earlier day only when asked to.
#pragma once

#include "choices.hpp"
#include "domain/protected_time.hpp"
#include "journal.hpp"
#include "store/kiosk_store.hpp"
#include "support/folder.hpp"
#include "support/made_parcel.hpp"

#include <set>

namespace refectory::simulation {

// What people were told, and may rely on.
struct Told {
    std::map<ActivityId, std::set<PersonId>> places;  // who has one
    std::map<ActivityId, int> chairs;                 // that the kiosk counts as its own
    std::map<PersonId, milliseconds> given;           // by visits that have ended
    std::map<PersonId, Instant> in;
    std::map<PersonId, std::vector<VisitSpan>> visits;  // that have ended
    std::set<PersonId> erased;                        // whose names are in no file any more
    std::set<AnswerKey> questions;
};

struct Carried {
    std::shared_ptr<const MadeParcel> parcel;
    Digest sum{};
    std::map<ActivityId, std::set<PersonId>> places;  // that people had been told of when it was written
};

// Promises that a disk has lost: each with the parcels that tell of it.
using LostPromises = std::map<std::pair<ActivityId, PersonId>, std::set<Digest>>;

// What becomes of the mark beside the database, when a disk is put back: it comes back with the rest, is the newest one, or is gone.
enum class MarkPutBack { as_it_was, newest, none };

class Machine {
public:
    Machine(std::string code, std::filesystem::path folder, Choices& choices, Journal& journal, Instant now);
    // The same disk in a second computer.
    Machine(Machine& original, std::filesystem::path folder, Instant now);

    void sign_up(const ActivityId& activity, PersonId person, Instant now);
    void withdraw(const ActivityId& activity, PersonId person, Instant now);
    PersonId add_person(Instant now);
    void erase(PersonId person, Instant now);
    void check_in_or_out(PersonId academic, Instant now);
    void ask(const ActivityId& activity);
    void restart(Instant now);
    void set_clock(milliseconds off_by) { off_by_ = off_by; }
    void confirm_clock(Instant now);
    bool apply(const Programme& programme, Instant now);
    // Whole on its stick; or it was begun and nothing came of it.
    std::optional<Carried> write_parcel(Instant now, bool fails);
    void back_up(Instant now);
    bool has_backup() const { return backup_.has_value(); }
    LostPromises put_back(MarkPutBack mark, Instant now);
    LostPromises stops_beside(const Machine& other) const;
    void no_name_of(std::span<const PersonId> people);

    KioskStore& store() { return *store_; }
    const std::string& code() const { return code_; }
    std::filesystem::path database() const { return folder_ / "kiosk.db"; }
    const Told& told() const { return told_; }
    int promised(const ActivityId& activity) const;
    Origin origin() const;  // that it records under now

private:
    struct Reading {
        Instant at;
        ClockTrust trust;
    };
    Reading clock(Instant now);
    void open(Instant now);
    void see(const ActivityId& activity);
    // Of those who had been told of a place.
    LostPromises lost_beside(const std::map<ActivityId, std::set<PersonId>>& told, const Told& known, std::size_t written_before) const;
    void must(bool is_kept, const std::string& promise) { journal_.must(is_kept, code_ + ": " + promise); }

    std::string code_;
    std::filesystem::path folder_;
    Choices& choices_;
    Journal& journal_;
    std::unique_ptr<KioskStore> store_;
    Told told_;
    std::vector<Carried> written_;
    std::optional<Told> backup_;
    std::size_t written_by_backup_ = 0;
    milliseconds off_by_{};
    ClockMemory memory_;
};

}
