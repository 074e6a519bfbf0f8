#include "store/apply_programme.hpp"

#include "store/apply_chairs.hpp"
#include "store/row_writer.hpp"

#include <algorithm>

namespace refectory {

namespace {

// Not the passes that were withdrawn: each stays so, also where a desk that was put back no longer knows of it.
void empty_tables(StoreContext& context)
{
    for (const auto* table : {"invited_team", "invited_person", "activity_objective", "timetable_item", "expectation", "objective",
                              "visit_code", "pass_code", "receipt", "programme"})
        context.handle().exec(std::string{"DELETE FROM "} + table);
    context.handle().exec("UPDATE activity SET listed = 0");
    context.handle().exec("UPDATE person SET listed = added_here");
}

void write_activities(StoreContext& context, const std::vector<Activity>& activities)
{
    RowWriter activity{*context.database, "INSERT OR REPLACE INTO activity VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, 1, "
                                          "max(?8, coalesce((SELECT latest_end FROM activity WHERE activity = ?1), 0)))"};
    RowWriter team{*context.database, "INSERT OR IGNORE INTO invited_team VALUES (?, ?)"};
    RowWriter person{*context.database, "INSERT OR IGNORE INTO invited_person VALUES (?, ?)"};
    RowWriter objective{*context.database, "INSERT OR IGNORE INTO activity_objective VALUES (?, ?)"};
    for (const auto& one : activities) {
        activity.row(one.id, name_of(one.kind), name_of(one.state), one.reason, one.topic, one.description, one.starts, one.ends,
                     one.place, one.place_detail, one.academic, one.host, one.invited.everybody, one.capacity, one.allotment);
        for (const auto& name : one.invited.teams) team.row(one.id, name);
        for (const auto& id : one.invited.people) person.row(one.id, id);
        for (const auto& number : one.objectives) objective.row(one.id, number);
    }
}

// Whom the desk has erased holds no chair in what lies ahead.
void withdraw(StoreContext& context, Activities& activities, PersonId person, Instant now, ClockTrust trust)
{
    Prepared query{*context.database, "SELECT DISTINCT s.activity FROM signed_up s JOIN activity a USING (activity) WHERE s.person = ? AND a.ends > ?"};
    query.bind(1, person.value);
    query.bind(2, to_milliseconds(now));
    std::vector<ActivityId> ahead;
    while (query.executeStep()) ahead.push_back(ActivityId{query.getColumn(0).getString()});
    for (const auto& activity : ahead)
        if (const auto sign_up = activities.places(activity).sign_up_of(person))
            context.ledger->record(Withdrawal{*sign_up, activity, person, WithdrawalReason::erased}, now, trust);
}

// A fact here as well: a desk that is put back to before it decided so learns of it again.
void erase_people(StoreContext& context, Activities& activities, People& people, const Programme& programme, Instant now, ClockTrust trust)
{
    Prepared known{*context.database, "SELECT 1 FROM erasure WHERE person = ?"};
    for (const auto& person : programme.erased) {
        known.bind(1, person.value);
        const bool is_known = known.executeStep();
        known.reset();
        withdraw(context, activities, person, now, trust);  // also of whom it knows: what had passed may have been moved, or a clock was wrong
        if (!is_known) context.ledger->record(Erasure{person}, now, trust);
        people.erase(person);
    }
}

void write_people(StoreContext& context, People& people, const Programme& programme)
{
    Prepared erased{*context.database, "SELECT 1 FROM erasure WHERE person = ?"};
    for (const auto& person : programme.people) {
        erased.bind(1, person.id.value);
        const bool gone = erased.executeStep();
        erased.reset();
        if (!gone && person.id.value < first_added_person) people.put(person, false);
    }
}

void write_details(StoreContext& context, const Programme& programme)
{
    RowWriter timetable{*context.database, "INSERT INTO timetable_item VALUES (?, ?, ?, ?, ?, ?)"};
    int number = 0;
    for (const auto& item : programme.timetable)
        timetable.row(item.activity, ++number, item.starts, item.title, item.detail, name_of(item.consent));
    RowWriter expectation{*context.database, "INSERT OR REPLACE INTO expectation VALUES (?, ?, ?, ?, ?)"};
    for (const auto& one : programme.expectations)
        expectation.row(one.activity, one.talk_wanted, one.words, one.agreed_on, one.team_told_on);
    RowWriter objective{*context.database, "INSERT OR REPLACE INTO objective VALUES (?, ?)"};
    for (const auto& one : programme.objectives) objective.row(one.number, one.words);
    RowWriter code{*context.database, "INSERT OR REPLACE INTO visit_code VALUES (?, ?, ?, ?)"};
    for (const auto& one : programme.visit_codes) code.row(one.person, one.activity, one.code.salt, one.code.hash);
    RowWriter pass_code{*context.database, "INSERT OR REPLACE INTO pass_code VALUES (?, ?, ?, ?, ?, ?)"};
    for (const auto& [pass, secret] : programme.pass_codes)
        pass_code.row(pass.number, pass.person, pass.valid_from, pass.valid_until, secret.salt, secret.hash);
    RowWriter withdrawn{*context.database, "INSERT OR IGNORE INTO pass_withdrawn VALUES (?)"};
    for (const auto& pass : programme.passes_withdrawn) withdrawn.row(pass);
}

void write_header(StoreContext& context, const Programme& programme)
{
    RowWriter header{*context.database, "INSERT INTO programme VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    header.row(programme.header.desk, programme.header.serial, programme.header.issued_at, programme.note.version, programme.note.words,
               programme.note.changed, programme.header.desk_begun_at, programme.header.fingerprint, is_for_here(context, programme));
}

void write_receipts(StoreContext& context, const Programme& programme, Instant now, ClockTrust trust)
{
    RowWriter receipt{*context.database, "INSERT INTO receipt VALUES (?, ?, ?, ?)"};
    RowWriter received{*context.database, "INSERT OR IGNORE INTO received VALUES (?, ?, ?, ?)"};
    for (const auto& one : context.ledger->believe(programme.receipts, context.entropy, now, trust)) {
        receipt.row(one.origin, one.facts_up_to, one.answers_up_to, std::min(one.at, programme.header.issued_at));
        received.row(one.origin, one.facts_up_to, one.answers_up_to, programme.header.issued_at);
    }
    // A desk that was put back has less than it had.
    context.handle().exec("DELETE FROM received WHERE NOT EXISTS (SELECT 1 FROM receipt r WHERE r.origin = received.origin AND "
                          "r.facts_up_to >= received.facts_up_to AND r.answers_up_to >= received.answers_up_to)");
}

}

Result<> fault_of(const Programme& programme, const KioskIdentity& identity, const std::optional<ProgrammeHeader>& current)
{
    if (programme.header.kiosk != identity.code) return failure("That programme is for another kiosk.");
    if (!current) return {};
    const auto& header = programme.header;
    if (header.desk_begun_at < current->desk_begun_at)
        return failure("That programme is of the desk as it was before it was restored. Have a new one published.");
    if (header.desk != current->desk && header.desk_begun_at == current->desk_begun_at)
        return failure("That programme is of another desk than the one that runs here.");
    if (header.desk == current->desk && header.serial <= current->serial)
        return failure("That programme is not newer than the one that runs here.");
    return {};
}

void apply(StoreContext& context, Activities& activities, People& people, const Programme& programme, Instant now, ClockTrust trust)
{
    empty_tables(context);
    write_activities(context, programme.activities);
    erase_people(context, activities, people, programme, now, trust);
    write_people(context, people, programme);
    write_details(context, programme);
    write_receipts(context, programme, now, trust);
    write_header(context, programme);  // behind the receipts, by which a history may have been begun that it is not for
    context.ledger->record(ProgrammeApplied{programme.header.desk, programme.header.serial}, now, trust);
    apply_chairs(context, activities, people, programme, now, trust);
}

}
