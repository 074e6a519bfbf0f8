#include "desk/kiosk_programme.hpp"

#include "store/added_names.hpp"
#include "store/erasures.hpp"
#include "store/receipts.hpp"

#include <algorithm>
#include <set>

namespace refectory {

namespace {

// For so long a kiosk can say that a pass has run out, where its letters are typed.
constexpr int days_told_after_end = 90;

// A kiosk does not know any more whom it added in what its disk has lost, and it is to seat them at what lies ahead.
void add_names(Database& desk, Programme& programme)
{
    std::set<PersonId> added;
    const auto lies_ahead = [&](const ActivityId& id) {
        const auto activity = std::ranges::find(programme.activities, id, &Activity::id);
        return activity != programme.activities.end() && activity->ends > programme.header.issued_at;
    };
    for (const auto& chair : programme.chairs_given)
        if (const auto name = added_name(desk, chair.person); name && lies_ahead(chair.activity) && added.insert(chair.person).second)
            programme.people.push_back({name->person, Role::practitioner, name->name, name->organisation, name->team, {}, {}});
}

}

Programme programme_of(DeskStore& store, const DeskProgramme& all, const KioskPlace& place, const Decisions& decisions, Instant now)
{
    ChairBook book{store};
    std::set<ActivityId> has_told_of;
    for (const auto& activity : all.all.activities)
        if (book.has_been_told_of(place.code, activity.id)) has_told_of.insert(activity.id);
    auto programme = programme_for(all, {decisions.publication.desk, decisions.publication.serial, now, place.code, place.team,
                                         place.organisation, place.site, store.identity()->begun_at, {}, store.newest_key_statement()}, has_told_of);
    for (auto& activity : programme.activities)
        if (const auto decided = decisions.allotments.find({activity.id, place.code}); decided != decisions.allotments.end())
            activity.allotment = std::min(decided->second, activity.capacity);
    programme.chairs_given = book.told_by(decisions.publication, place.code);
    add_names(store.database(), programme);
    programme.decided_for = book.decided_for(decisions.publication, place.code);
    programme.receipts = receipts_for(store.database(), place.code);
    programme.erased = Erasures{store}.all();
    // Also since it was decided on.
    std::erase_if(programme.people, [&](const Person& person) { return std::ranges::find(programme.erased, person.id) != programme.erased.end(); });
    for (const auto& told : store.visit_codes().current()) {
        const auto its_activity = std::ranges::find(programme.activities, told.code.activity, &Activity::id);
        if (its_activity != programme.activities.end()) programme.visit_codes.push_back(told.code);
    }
    for (const auto& code : store.pass_codes().ending_from(add_days(local_date(now), -days_told_after_end)))
        if (std::ranges::find(programme.people, code.pass.person, &Person::id) != programme.people.end()) programme.pass_codes.push_back(code);
    programme.passes_withdrawn = store.passes().withdrawn();
    return programme;
}

}
