#include "store/apply_programme.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

namespace refectory {

namespace {

class Writer {
public:
    Writer(StoreContext& context, const char* sql) : statement_(context.handle(), sql) {}

    template <class... Values>
    void row(const Values&... values)
    {
        int index = 0;
        (bind(++index, values), ...);
        statement_.exec();
        statement_.reset();
    }

private:
    void bind(int index, const std::string& value) { statement_.bind(index, value); }
    void bind(int index, std::string_view value) { statement_.bind(index, std::string{value}); }
    void bind(int index, std::int64_t value) { statement_.bind(index, value); }
    void bind(int index, int value) { statement_.bind(index, value); }
    void bind(int index, bool value) { statement_.bind(index, value ? 1 : 0); }
    void bind(int index, Instant value) { statement_.bind(index, to_milliseconds(value)); }
    template <class Tag, class T>
    void bind(int index, const Id<Tag, T>& id) { bind(index, id.value); }
    void bind(int index, const PassNumber& pass) { statement_.bind(index, static_cast<std::int64_t>(pass.value)); }
    void bind(int index, const std::optional<Date>& date)
    {
        if (date) statement_.bind(index, iso_date(*date));
        else statement_.bind(index);
    }
    void bind(int index, const std::optional<PersonId>& person)
    {
        if (person) statement_.bind(index, person->value);
        else statement_.bind(index);
    }
    template <std::size_t Size>
    void bind(int index, const std::array<std::uint8_t, Size>& bytes) { statement_.bind(index, bytes.data(), static_cast<int>(Size)); }

    SQLite::Statement statement_;
};

void empty_tables(StoreContext& context)
{
    for (const auto* table : {"invited_team", "invited_person", "activity_objective", "timetable_item", "expectation", "objective",
                              "visit_code", "pass_withdrawn", "receipt", "programme"})
        context.handle().exec(std::string{"DELETE FROM "} + table);
    context.handle().exec("UPDATE activity SET listed = 0");
    context.handle().exec("UPDATE person SET listed = added_here");
}

void write_activities(StoreContext& context, const std::vector<Activity>& activities)
{
    Writer activity{context, "INSERT OR REPLACE INTO activity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"};
    Writer team{context, "INSERT OR IGNORE INTO invited_team VALUES (?, ?)"};
    Writer person{context, "INSERT OR IGNORE INTO invited_person VALUES (?, ?)"};
    Writer objective{context, "INSERT OR IGNORE INTO activity_objective VALUES (?, ?)"};
    for (const auto& one : activities) {
        activity.row(one.id, name_of(one.kind), name_of(one.state), one.reason, one.topic, one.description, one.starts, one.ends,
                     one.place, one.place_detail, one.academic, one.host, one.invited.everybody, one.capacity, one.allotment);
        for (const auto& name : one.invited.teams) team.row(one.id, name);
        for (const auto& id : one.invited.people) person.row(one.id, id);
        for (const auto& number : one.objectives) objective.row(one.id, number);
    }
}

void write_people(StoreContext& context, People& people, const Programme& programme)
{
    Writer gone_for_good{context, "INSERT OR IGNORE INTO erased_by_desk VALUES (?)"};
    for (const auto& person : programme.erased) {
        gone_for_good.row(person);
        people.erase(person);
    }
    SQLite::Statement erased{context.handle(), "SELECT 1 FROM erasure WHERE person = ?1 UNION ALL SELECT 1 FROM erased_by_desk WHERE person = ?1"};
    for (const auto& person : programme.people) {
        erased.bind(1, person.id.value);
        const bool gone = erased.executeStep();
        erased.reset();
        if (!gone) people.put(person, false);
    }
}

void write_details(StoreContext& context, const Programme& programme)
{
    Writer timetable{context, "INSERT INTO timetable_item VALUES (?, ?, ?, ?, ?, ?)"};
    int number = 0;
    for (const auto& item : programme.timetable)
        timetable.row(item.activity, ++number, item.starts, item.title, item.detail, name_of(item.consent));
    Writer expectation{context, "INSERT OR REPLACE INTO expectation VALUES (?, ?, ?, ?, ?)"};
    for (const auto& one : programme.expectations)
        expectation.row(one.activity, one.talk_wanted, one.words, one.agreed_on, one.team_told_on);
    Writer objective{context, "INSERT OR REPLACE INTO objective VALUES (?, ?)"};
    for (const auto& one : programme.objectives) objective.row(one.number, one.words);
    Writer code{context, "INSERT OR REPLACE INTO visit_code VALUES (?, ?, ?, ?)"};
    for (const auto& one : programme.visit_codes) code.row(one.person, one.activity, one.code.salt, one.code.hash);
    Writer withdrawn{context, "INSERT OR IGNORE INTO pass_withdrawn VALUES (?)"};
    for (const auto& pass : programme.passes_withdrawn) withdrawn.row(pass);
    Writer receipt{context, "INSERT OR REPLACE INTO receipt VALUES (?, ?, ?, ?)"};
    for (const auto& one : programme.receipts) receipt.row(one.origin, one.facts_up_to, one.answers_up_to, one.at);
    Writer header{context, "INSERT INTO programme VALUES (1, ?, ?, ?, ?, ?, ?)"};
    header.row(programme.header.desk, programme.header.serial, programme.header.issued_at, programme.note.version,
               programme.note.words, programme.note.changed);
}

void apply_allotments(StoreContext& context, Activities& activities, const Programme& programme, Instant now, ClockTrust trust)
{
    for (const auto& activity : programme.activities) {
        const auto places = activities.places(activity.id);
        const int chairs = std::max(activity.allotment, places.promised());
        if (chairs == places.chairs()) continue;
        const int kept = chairs - activity.allotment;
        const int released = std::max(0, places.chairs() - chairs);
        context.ledger->record(AllotmentApplied{activity.id, chairs, kept, released}, now, trust);
    }
}

}

Result<> fault_of(const Programme& programme, const KioskIdentity& identity, const std::optional<ProgrammeHeader>& current)
{
    if (programme.header.kiosk != identity.code) return failure("That programme is for another kiosk.");
    if (current && current->desk == programme.header.desk && programme.header.serial <= current->serial)
        return failure("That programme is not newer than the one that runs here.");
    return {};
}

void apply(StoreContext& context, Activities& activities, People& people, const Programme& programme, Instant now, ClockTrust trust)
{
    empty_tables(context);
    write_activities(context, programme.activities);
    write_people(context, people, programme);
    write_details(context, programme);
    for (const auto& receipt : programme.receipts)
        context.ledger->believe_receipt(receipt.origin, receipt.facts_up_to, context.entropy, now, trust);
    context.ledger->record(ProgrammeApplied{programme.header.desk, programme.header.serial}, now, trust);
    apply_allotments(context, activities, programme, now, trust);
}

}
