#include "desk/decisions.hpp"

#include "desk/desk_faults.hpp"
#include "desk/wanted_chairs.hpp"
#include "domain/invitation.hpp"
#include "store/announcements.hpp"
#include "store/erasures.hpp"
#include "store/same_people.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <ranges>
#include <set>

namespace refectory {

namespace {

class Decider {
public:
    // For one kiosk alone, or, where none is named, for all.
    Decider(DeskStore& store, const DeskProgramme& programme, Instant now, std::string only_for)
        : store_(store), programme_(programme), now_(now), only_for_(std::move(only_for))
    {
    }

    Result<Decisions> decide()
    {
        REFECTORY_TRY(expect_nobody_erased());
        decisions_.given_before = book_.given_and_not_told();
        all_was_told_ = !store_.publications().first_fact_not_told(store_.ledger().origin());
        REFECTORY_TRY_ASSIGN(const auto serial, store_.publications().take_serial(now_));
        decisions_.publication = {store_.ledger().origin(), serial};
        store_.ledger().record(ProgrammePublished{serial}, now_, ClockTrust::trusted);
        if (only_for_.empty()) note_same_people();  // one kiosk's first programme says nothing of people who are known everywhere
        decisions_.not_heard_from = book_.not_heard_from();
        one_person_ = SamePeople{store_}.one_person();
        for (const auto& activity : programme_.all.activities) decide(activity);
        for (const auto& kiosk : kiosks_)
            if (!kiosk.retired_at && is_published_to(kiosk.place.code)) book_.published_for(decisions_.publication, kiosk.place.code);
        Erasures{store_}.published(decisions_.publication.desk, serial);
        return std::move(decisions_);
    }

private:
    // Once more under the lock: whoever was erased since the folder was looked through must not go out again.
    Result<> expect_nobody_erased()
    {
        const auto faults = faults_of_erased(store_, programme_);
        return faults.empty() ? Result<>{} : failure(words_of(faults));
    }

    void note_same_people()
    {
        SamePeople people{store_};
        if (const auto pairs = pairs_of(programme_.same_people)) people.are(*pairs, now_);
        decisions_.two_again = people.two_again_and_not_told();
    }

    void decide(const Activity& activity)
    {
        std::vector<KioskChairs> kiosks;
        for (const auto& kiosk : kiosks_) kiosks.push_back(book_.of(kiosk, activity.id, wanted(activity.id, kiosk.place.code)));
        book_.published(activity);
        announcements_.publish(activity, decisions_.publication.serial);
        if (only_for_.empty() && (lies_ahead(activity) || to_come_.contains(activity.id))) note_for_signed_up(activity, kiosks);
        tell_kept_from_given(activity.id, kiosks);
        const auto decision = decide_chairs(activity.capacity, kiosks, may_give(activity), one_person_);
        for (std::size_t i = 0; i < kiosks.size(); ++i) note_allotment(activity.id, kiosks[i], decision.allotments[i]);
        for (const auto& gift : decision.gifts) {
            book_.given(activity.id, gift.sign_up.sign_up(), now_);
            decisions_.gifts.push_back({activity.id, gift});
        }
        if (only_for_.empty() && lies_ahead(activity)) note_at_kiosks(activity.id, decision, kiosks);
        if (takes_place(activity))
            for (const auto& sign_up : decision.doubles) decisions_.doubles.push_back({activity.id, sign_up});
    }

    struct SignedUp {
        std::string kiosk;
        SignUpKey sign_up;
    };

    // Whom a kiosk can tell: not of machines that are gone, and nobody who was erased.
    std::vector<SignedUp> signed_up_at(const std::vector<KioskChairs>& kiosks)
    {
        const auto erased = Erasures{store_}.all();
        std::vector<SignedUp> all;
        const auto add = [&](const std::string& kiosk, const SignUpKey& sign_up) {
            if (std::ranges::find(erased, sign_up.person) == erased.end()) all.push_back({kiosk, sign_up});
        };
        for (const auto& kiosk : kiosks)
            for (const auto& machine : kiosk.machines) {
                if (machine.is_gone) continue;
                for (const auto& person : machine.places.people_with_a_place()) add(kiosk.kiosk, {*machine.places.sign_up_of(person), person});
                for (const auto& waiting : machine.places.waiting_in_order()) add(kiosk.kiosk, waiting.sign_up());
                for (const auto& promise : machine.forgotten) add(kiosk.kiosk, promise);
            }
        return all;
    }

    // Each once.
    std::vector<PersonId> people_of(const std::vector<SignedUp>& all)
    {
        std::map<PersonId, PersonId> people;
        for (const auto& [kiosk, sign_up] : all) people.try_emplace(one_person_(sign_up.person), sign_up.person);
        std::vector<PersonId> each;
        std::ranges::copy(people | std::views::values, std::back_inserter(each));
        return each;
    }

    void note_for_signed_up(const Activity& activity, const std::vector<KioskChairs>& kiosks)
    {
        const auto signed_up = signed_up_at(kiosks);
        if (takes_place(activity) && lies_ahead(activity)) {
            note_overfull(activity, kiosks);
            note_unlisted(activity.id, people_of(signed_up));
        }
        if (has_changed(activity)) return;  // the kiosks say so
        std::map<Unsaid, std::vector<SignedUp>> unsaid;
        for (const auto& one : signed_up)
            if (const auto what = unsaid_to(one, activity)) unsaid[*what].push_back(one);
        for (const auto& [what, some] : unsaid) decisions_.unsaid.push_back({activity.id, what, people_of(some)});
    }

    std::optional<Unsaid> unsaid_to(const SignedUp& one, const Activity& activity)
    {
        if (activity.state == ActivityState::proposed) return Unsaid::only_proposed;
        const auto read = announcements_.read_by(one.sign_up.key, activity.id, book_.histories(one.kiosk));
        if (!read || !is_elsewhere(read->time_and_place, time_and_place_of(activity))) return std::nullopt;
        return read->is_cancelled() ? Unsaid::takes_place_again : Unsaid::another_time_or_place;
    }

    void note_overfull(const Activity& activity, const std::vector<KioskChairs>& kiosks)
    {
        int places = 0;
        for (const auto& kiosk : kiosks) places += kiosk.promised();
        if (places > activity.capacity) decisions_.overfull.push_back({activity.id, places, activity.capacity});
    }

    void note_unlisted(const ActivityId& activity, std::vector<PersonId> people)
    {
        std::erase_if(people, [&](PersonId person) { return programme_.people_lines.contains(person) || person.value >= first_added_person; });
        if (!people.empty()) decisions_.unlisted.push_back({activity, std::move(people)});
    }

    void note_at_kiosks(const ActivityId& activity, const ChairDecision& decision, const std::vector<KioskChairs>& kiosks)
    {
        std::set<SignUpKey> told;  // by the publication before, of a kiosk that has not said yet that it seated them
        if (all_was_told_)
            for (const auto& kiosk : kiosks) std::ranges::copy(kiosk.seated_by_newest(), std::inserter(told, told.end()));
        for (const auto& seated : decision.by_allotment)
            if (!told.contains(seated.sign_up.sign_up())) decisions_.by_allotment.push_back({activity, seated});
        for (const auto& promise : decision.forgotten) {
            if (promise.is_told) book_.given(activity, promise.sign_up, now_);
            decisions_.forgotten.push_back({activity, promise});
        }
    }

    // What a publication that did not come to its end told a kiosk of a promise is no chair that it gave.
    void tell_kept_from_given(const ActivityId& activity, const std::vector<KioskChairs>& kiosks)
    {
        std::erase_if(decisions_.given_before, [&](const WaitingForChair& one) {
            const auto& [code, sign_up] = one.waiting;
            const auto kiosk = std::ranges::find(kiosks, code, &KioskChairs::kiosk);
            const bool is_kept = one.activity == activity && kiosk != kiosks.end() &&
                                 (kiosk->has_forgotten(sign_up.person) || book_.was_taken_up(sign_up.sign_up()));
            if (is_kept) decisions_.forgotten.push_back({activity, {code, sign_up.sign_up(), true}});
            return is_kept;
        });
    }

    void note_allotment(const ActivityId& activity, const KioskChairs& kiosk, int chairs)
    {
        if (!is_published_to(kiosk.kiosk)) return;
        decisions_.allotments[{activity, kiosk.kiosk}] = chairs;
        if (chairs > 0) book_.published(decisions_.publication, kiosk.kiosk, activity, chairs);
        if (chairs < kiosk.wanted) decisions_.shortfalls.push_back({activity, kiosk.kiosk, kiosk.wanted, chairs, kiosk.standing(), kiosk.held_by_gone(), kiosk.has_several_histories()});
    }

    bool lies_ahead(const Activity& activity) const { return !is_over(activity, now_); }
    bool is_published_to(const std::string& kiosk) const { return only_for_.empty() || kiosk == only_for_; }

    MayGive may_give(const Activity& activity) const
    {
        if (!decisions_.is_complete()) return MayGive::nothing;
        return only_for_.empty() && is_open_for_sign_up(activity, now_) ? MayGive::to_those_waiting : MayGive::by_hand_alone;
    }

    int wanted(const ActivityId& activity, const std::string& kiosk) const
    {
        const auto found = wanted_.find({activity, kiosk});
        return found == wanted_.end() ? 0 : found->second;
    }

    DeskStore& store_;
    const DeskProgramme& programme_;
    Instant now_;
    std::string only_for_;
    std::vector<KnownKiosk> kiosks_ = store_.kiosks().all();
    WantedChairs wanted_ = wanted_chairs(programme_, kiosks_);
    ChairBook book_{store_};
    Announcements announcements_{store_.database()};
    std::set<ActivityId> to_come_ = announcements_.to_come(now_);  // by the publications before
    bool all_was_told_ = true;
    OnePerson one_person_;
    Decisions decisions_;
};

Result<Decisions> decide_for(DeskStore& store, const DeskProgramme& programme, Instant now, const std::string& only_for)
{
    Decisions decisions;
    REFECTORY_TRY(store.commit([&]() -> Result<> {
        REFECTORY_TRY_ASSIGN(decisions, Decider(store, programme, now, only_for).decide());
        return {};
    }));
    return decisions;
}

}

std::vector<Fault> faults_of_erased(DeskStore& store, const DeskProgramme& programme)
{
    const auto erased = Erasures{store}.all();
    auto faults = erased_people(programme, erased);
    std::ranges::copy(said_to_be_erased(programme, erased, SamePeople{store}.all_numbers_of(erased, pairs_of(programme.same_people))), std::back_inserter(faults));
    return faults;
}

Result<Decisions> decide(DeskStore& store, const DeskProgramme& programme, Instant now)
{
    return decide_for(store, programme, now, {});
}

Result<Decisions> decide_first(DeskStore& store, const DeskProgramme& programme, const std::string& kiosk, Instant now)
{
    return decide_for(store, programme, now, kiosk);
}

}
