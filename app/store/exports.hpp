// What no receipt covers yet, and what a parcel is made of. The file itself is the exchange's.
#pragma once

#include "store/activities.hpp"
#include "store/answers.hpp"
#include "store/snapshot.hpp"

namespace refectory {

struct Waiting {
    std::int64_t facts = 0;    // without rows about exports and the admin's own doings
    std::int64_t answers = 0;  // without those that may not leave yet
};

struct MadeExport {
    ParcelWritten parcel;
    Instant at;
    bool is_confirmed = false;  // by a receipt for the origin under which it was written
};

class Exports {
public:
    Exports(StoreContext& context, Activities& activities, Answers& answers, std::filesystem::path kiosk_database)
        : context_(context), activities_(activities), answers_(answers), kiosk_database_(std::move(kiosk_database)) {}

    Waiting waiting(Instant now);
    // Under whichever of its origins: what was exported before a disk was put back has left all the same.
    std::optional<MadeExport> newest();
    std::vector<MadeExport> latest(int most);  // the newest first
    // The desk's word on the newest of this kiosk's origins that it has spoken of: `at` is no later than anything that it does not confirm.
    // And the oldest parcel that was written by a clock that can be believed, and that it has not confirmed.
    std::optional<Receipt> confirmed();
    std::optional<MadeExport> oldest_unconfirmed(Instant now);
    // On disk before it is returned: never one that was taken before, or that a receipt speaks of.
    Result<std::int64_t> take_parcel_number(Instant written_at);
    Result<std::unique_ptr<Snapshot>> snapshot() { return Snapshot::open(kiosk_database_); }
    // Gives the answers that may leave now this parcel's number, and returns all that no receipt covers, in random order.
    Result<std::vector<LeavingAnswer>> leaving_answers(std::int64_t parcel, Instant now);
    // No snapshot is being read any more.
    void ended();
    // The parcel stands whole and checked on a stick.
    Result<> parcel_written(const ParcelWritten& parcel, Instant now, ClockTrust trust);

private:
    std::vector<Origin> own_origins();  // the present one first
    std::int64_t answers_covered();  // up to this parcel, by the receipt of the current origin

    StoreContext& context_;
    Activities& activities_;
    Answers& answers_;
    std::filesystem::path kiosk_database_;
};

}
