#include "bench/history.hpp"

#include "platform/entropy.hpp"
#include "store/ledger.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

namespace refectory::bench {

namespace {

constexpr std::int64_t academics = 60, practitioners = 700, days_a_transaction = 200;

// What one working day leaves behind: visits, sign-ups of known and of new people, withdrawals, refusals, a parcel.
class Day {
public:
    Day(Origin origin, std::int64_t after, std::int64_t number) : origin_(std::move(origin)), after_(after), number_(number)
    {
        facts_.push_back(AdminEntry{AdminAction::entered, std::nullopt});
        facts_.push_back(ProgrammeApplied{Origin{"DESK.AAAA"}, number + 1});
        for (int i = 0; i < 6; ++i) visit(PersonId{1 + (number * 6 + i) % academics});
        for (int i = 0; i < 12; ++i) new_person(PersonId{first_added_person + number * 12 + i});
        for (int i = 0; i < 10; ++i) withdraw(sign_up(known(i)));
        for (int i = 0; i < 5; ++i) facts_.push_back(Refusal{RefusalReason::not_expected, PersonId{1 + (number + i) % academics}, PassNumber{static_cast<std::uint32_t>(i + 1)}});
        facts_.push_back(AllotmentApplied{activity(), 24, 0, 0});
        for (int i = 10; facts_.size() + 1 < static_cast<std::size_t>(facts_a_day); ++i) sign_up(known(i));
        facts_.push_back(ParcelWritten{number + 1, after_ + facts_a_day - 1, 0});
    }
    const std::vector<FactBody>& facts() const { return facts_; }

private:
    FactKey next() const { return {origin_, after_ + static_cast<std::int64_t>(facts_.size()) + 1}; }
    ActivityId activity() const { return ActivityId{fmt::format("PAST-{}-{}", number_, facts_.size() % 4)}; }
    PersonId known(std::int64_t i) const { return PersonId{10 + (number_ * 120 + i) % practitioners}; }

    void visit(PersonId academic)
    {
        const auto visit = next();
        facts_.push_back(CheckIn{academic, activity(), Means::pass, PassNumber{7}, 3});
        facts_.push_back(CheckOut{visit, academic, Means::pass});
        for (int i = 1; i <= 2; ++i) facts_.push_back(ObjectiveOutcome{visit, ObjectiveNumber{i}, Outcome::met});
        facts_.push_back(VisitFeedback{visit, Face::useful, false, false});
    }
    void new_person(PersonId person)
    {
        facts_.push_back(PersonAdded{person});
        facts_.push_back(LettersGiven{person});
        facts_.push_back(SignUp{activity(), person});
    }
    SignUp sign_up(PersonId person)
    {
        const SignUp done{activity(), person};
        facts_.push_back(done);
        return done;
    }
    void withdraw(const SignUp& done)
    {
        const FactKey key{origin_, next().seq - 1};
        facts_.push_back(Withdrawal{key, done.activity, done.person, WithdrawalReason::by_person});
    }

    Origin origin_;
    std::int64_t after_, number_;
    std::vector<FactBody> facts_;
};

void record_days(const KioskWithHistory& kiosk, std::int64_t first_days_ago, std::int64_t days)
{
    const auto database = must(Database::open(kiosk.database(), Database::Kind::kiosk));
    auto ledger = must(Ledger::open(*database, "MC-ADULTS", kiosk.data() / "mark", entropy(), now, ClockTrust::trusted));
    for (std::int64_t day = 0; day < days;) {
        must(in_transaction(*database, [&]() -> Result<> {
            for (int i = 0; i < days_a_transaction && day < days; ++i, ++day) {
                const auto days_ago = first_days_ago - day;
                const Day facts{ledger.origin(), ledger.last_seq(), 100'000 - days_ago};
                ledger.record(facts.facts(), now - std::chrono::days{days_ago}, ClockTrust::trusted);
            }
            return {};
        }));
    }
    ledger.note_mark(ledger.reached());
    // As the programmes of those days left them.
    database->handle().exec(fmt::format("INSERT OR IGNORE INTO activity SELECT activity, 'lunch', 'held', '', 'A lunch', '', min(f.at), min(f.at) + 3600000, 'the hub', '', 1, NULL, 1, 24, 24, 0, min(f.at) + 3600000 "
                                        "FROM sign_up JOIN fact f USING (origin, seq) WHERE f.at < {} AND activity LIKE 'PAST-%' GROUP BY activity", to_milliseconds(now)));
    database->handle().exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

}

Entropy entropy()
{
    return platform::system_entropy;
}

void KioskWithHistory::open()
{
    store = must(KioskStore::open(data(), entropy(), now));
}

void KioskWithHistory::add_day(std::int64_t days_ago)
{
    close();
    record_days(*this, days_ago, 1);
}

void KioskWithHistory::confirm_all() const
{
    SQLite::Database handle{database().string(), SQLite::OPEN_READWRITE};
    handle.exec("INSERT OR REPLACE INTO receipt SELECT origin, max(seq), 0, max(at) FROM fact GROUP BY origin");
    handle.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

KioskWithHistory kiosk_with_history(const std::filesystem::path& folder, std::int64_t facts)
{
    std::filesystem::remove_all(folder);
    KioskWithHistory kiosk{folder};
    std::filesystem::create_directories(folder / "demonstration");
    const auto days = facts / facts_a_day;
    const auto demonstrate_at = [&](Instant moment) {
        kiosk.store = must(KioskStore::open(kiosk.data(), entropy(), moment));
        kiosk.demonstration = must(demonstrate(*kiosk.store, std::filesystem::path{REFECTORY_SOURCE} / "assets/demonstration", folder / "demonstration", moment, entropy()));
        if (!kiosk.store->pin().is_chosen()) must(kiosk.store->pin().choose("246810", moment, ClockTrust::trusted));
        kiosk.close();
    };
    demonstrate_at(std::max(now - std::chrono::days{days + 1}, start_of_day(earliest_pass_day)));  // its desk makes a pass at once
    record_days(kiosk, days, days);
    demonstrate_at(now);
    return kiosk;
}

}
