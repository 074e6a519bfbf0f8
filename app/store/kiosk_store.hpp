// The kiosk's data folder: facts, names and programme in kiosk.db, answers in answers.db. The one door to both.
#pragma once

#include "store/activities.hpp"
#include "store/answers.hpp"
#include "store/chronicle.hpp"
#include "store/clock_keeper.hpp"
#include "store/corrections.hpp"
#include "store/exports.hpp"
#include "store/figures.hpp"
#include "store/kiosk_identity.hpp"
#include "store/mending.hpp"
#include "store/owed_sweep.hpp"
#include "store/people.hpp"
#include "store/pin.hpp"
#include "store/reserve.hpp"
#include "store/retention.hpp"
#include "store/sign_ups.hpp"
#include "store/tries.hpp"
#include "store/visits.hpp"

namespace refectory {

class KioskStore {
public:
    // Where a database is damaged its last good backup is taken, and a new origin begins (store/mending.hpp). Opened by its beginning it
    // is soon there, however much it holds, and owes a whole look.
    static Result<std::unique_ptr<KioskStore>> open(const std::filesystem::path& folder, const Entropy& entropy, Instant now, Look look = Look::whole);
    KioskStore(const KioskStore&) = delete;
    KioskStore& operator=(const KioskStore&) = delete;

    // What is read while it lives is read as of one moment, and the database is locked once for all of it. Nothing is recorded meanwhile.
    [[nodiscard]] std::shared_ptr<const void> as_of_one_moment();

    // What is read and recorded in it is of one moment, and is on the disk when it returns, or nothing of it is. `work` returns every
    // error that it meets; it applies no programme and erases nobody.
    Result<> in_one_commit(const std::function<Result<>()>& work) { return context_.commit(work); }

    std::optional<KioskIdentity> identity();
    bool is_set_up() { return identity().has_value(); }
    // Once; with its first programme, where it comes with one. All of it or nothing.
    Result<> set_up(const KioskIdentity& identity, const Programme* programme, Instant now);
    // All of it or nothing, and with it the desk's new keys, where it tells of such. Refuses another kiosk's, another desk's, and one that is not newer than what is here.
    Result<> apply_programme(const Programme& programme, Instant now, ClockTrust trust);
    // A repeat of the newest refusal within the hour records nothing new.
    Result<> refuse(const Refusal& refusal, Instant now, ClockTrust trust);

    // Begins the hourly backup, on a worker, where it is due and no whole look is owed.
    void make_backup_if_due(Instant now)
    {
        if (!context_.owed_look) context_.backups->make_if_due(now);
    }
    bool is_making_backup() const { return context_.backups->is_making(); }
    void wait_for_backup() { context_.backups->wait(); }
    // Whether one has failed since this was asked: then the data may be damaged.
    bool take_failed_backup() { return context_.backups->take_failure(); }
    std::optional<Instant> newest_backup() const { return context_.backups->newest(); }
    // Room on the disk that is an admin's: kept while nobody looks after the kiosk, given up where it is full and the PIN is typed.
    void keep_reserve() const { Reserve{folder_}.keep(); }
    void give_up_reserve_if_full();
    // Whether what was emptied still stands in a file: an export reads it, or the disk failed.
    bool owes_sweep() { return refectory::owes_sweep(*context_.database); }
    // When a database was found damaged and what came of it, the newest first.
    std::vector<Damage> damages() { return damages_in(*context_.database); }
    // After something could not be read or written: looks whether a file is damaged. Then the store is to be opened anew.
    bool is_damaged();
    // Whether the whole look that opening left has ended and found damage: likewise. It is begun when this is first asked, beside
    // whatever else is done.
    bool is_found_damaged();
    bool met_damage() const { return context_.database->met_damage(); }

    Activities& activities() { return activities_; }
    People& people() { return people_; }
    SignUps& sign_ups() { return sign_ups_; }
    Visits& visits() { return visits_; }
    Tries& tries() { return tries_; }
    Answers& answers() { return *answers_; }
    Pin& pin() { return pin_; }
    ClockKeeper& clock() { return clock_; }
    Exports& exports() { return exports_; }
    Chronicle& chronicle() { return chronicle_; }
    Retention& retention() { return retention_; }
    Corrections& corrections() { return corrections_; }
    Figures& figures() { return figures_; }
    const std::filesystem::path& folder() const { return folder_; }

private:
    KioskStore(const std::filesystem::path& folder, StoreContext context, std::unique_ptr<Answers> answers);
    // Adds what it mended to `damages`.
    static Result<std::unique_ptr<KioskStore>> open_mended(Look look, const std::filesystem::path& folder, const Entropy& entropy, Instant now,
                                                           std::vector<Damage>& damages);
    Result<> go_on_after(const std::vector<Damage>& damages, Instant now);
    Result<> open_ledger(const std::string& code, Instant now, History history);
    Result<> continue_ledger(const std::string& code, Instant now, History history);

    std::filesystem::path folder_;
    StoreContext context_;
    std::unique_ptr<Answers> answers_;
    Activities activities_{context_};
    People people_{context_};
    SignUps sign_ups_{context_, activities_, people_};
    Visits visits_{context_, activities_, people_};
    Corrections corrections_{context_, activities_, visits_};
    Figures figures_{context_};
    Tries tries_{context_};
    Pin pin_{context_};
    ClockKeeper clock_{context_};
    Chronicle chronicle_{context_};
    Exports exports_{context_, activities_, *answers_, folder_ / "kiosk.db"};
    Retention retention_{context_, activities_, people_, *answers_};
};

}
