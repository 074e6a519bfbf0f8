#include "store/activities.hpp"

#include "store/prepared.hpp"

namespace refectory {

namespace {

constexpr auto activity_columns =
    "SELECT activity, kind, state, reason, topic, description, starts, ends, place, place_detail, academic, host, "
    "everybody_invited, capacity, allotment FROM activity ";

std::optional<PersonId> person_at(const SQLite::Column& column)
{
    return column.isNull() ? std::nullopt : std::optional{PersonId{column.getInt64()}};
}

void read_invitation(Database& database, Activity& activity)
{
    Prepared teams{database, "SELECT team FROM invited_team WHERE activity = ? ORDER BY team"};
    teams.bind(1, activity.id.value);
    while (teams.executeStep()) activity.invited.teams.push_back(teams.getColumn(0).getString());
    Prepared people{database, "SELECT person FROM invited_person WHERE activity = ? ORDER BY person"};
    people.bind(1, activity.id.value);
    while (people.executeStep()) activity.invited.people.push_back(PersonId{people.getColumn(0).getInt64()});
    Prepared objectives{database, "SELECT objective FROM activity_objective WHERE activity = ? ORDER BY objective"};
    objectives.bind(1, activity.id.value);
    while (objectives.executeStep()) activity.objectives.push_back(ObjectiveNumber{objectives.getColumn(0).getInt64()});
}

std::vector<Activity> read_activities(Database& database, Prepared& query)
{
    std::vector<Activity> activities;
    while (query.executeStep()) {
        Activity activity;
        activity.id = ActivityId{query.getColumn(0).getString()};
        activity.kind = parse_name<ActivityKind>(query.getColumn(1).getString()).value_or(ActivityKind::lunch);
        activity.state = parse_name<ActivityState>(query.getColumn(2).getString()).value_or(ActivityState::proposed);
        activity.reason = query.getColumn(3).getString();
        activity.topic = query.getColumn(4).getString();
        activity.description = query.getColumn(5).getString();
        activity.starts = from_milliseconds(query.getColumn(6).getInt64());
        activity.ends = from_milliseconds(query.getColumn(7).getInt64());
        activity.place = query.getColumn(8).getString();
        activity.place_detail = query.getColumn(9).getString();
        activity.academic = person_at(query.getColumn(10));
        activity.host = person_at(query.getColumn(11));
        activity.invited.everybody = query.getColumn(12).getInt() != 0;
        activity.capacity = query.getColumn(13).getInt();
        activity.allotment = query.getColumn(14).getInt();
        activities.push_back(std::move(activity));
    }
    for (auto& activity : activities) read_invitation(database, activity);
    return activities;
}

Date parsed(const SQLite::Column& column)
{
    return parse_iso_date(column.getString()).value_or(Date{});
}

}

std::optional<ProgrammeHeader> Activities::header()
{
    Prepared query{*context_.database, "SELECT p.desk, p.serial, p.issued_at, s.code, s.team, s.organisation, s.site, p.desk_begun_at, p.fingerprint FROM programme p, setup s"};
    if (!query.executeStep()) return std::nullopt;
    return ProgrammeHeader{Origin{query.getColumn(0).getString()}, query.getColumn(1).getInt64(),
                           from_milliseconds(query.getColumn(2).getInt64()), query.getColumn(3).getString(),
                           query.getColumn(4).getString(), query.getColumn(5).getString(), query.getColumn(6).getString(),
                           from_milliseconds(query.getColumn(7).getInt64()), query.getColumn(8).getString()};
}

bool Activities::programme_is_for_here()
{
    Prepared query{*context_.database, "SELECT 1 FROM programme WHERE NOT is_for_here"};
    return !query.executeStep();
}

std::vector<Activity> Activities::between(Instant from, Instant until)
{
    Prepared query{*context_.database, std::string{activity_columns} + "WHERE listed AND starts >= ? AND starts < ? ORDER BY starts, activity"};
    query.bind(1, to_milliseconds(from));
    query.bind(2, to_milliseconds(until));
    return read_activities(*context_.database, query);
}

std::vector<Activity> Activities::changed(Instant now)
{
    Prepared query{*context_.database, std::string{activity_columns} + "INDEXED BY activity_by_latest_end WHERE listed AND state IN ('moved', 'cancelled') AND latest_end > ? ORDER BY starts, activity"};
    query.bind(1, to_milliseconds(now));
    return read_activities(*context_.database, query);
}

std::optional<Activity> Activities::find(const ActivityId& activity)
{
    Prepared query{*context_.database, std::string{activity_columns} + "WHERE activity = ?"};
    query.bind(1, activity.value);
    auto found = read_activities(*context_.database, query);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

EndOfActivity Activities::ends()
{
    return [this](const ActivityId& id) -> std::optional<Instant> {
        const auto activity = find(id);
        return activity ? std::optional{activity->ends} : std::nullopt;
    };
}

std::vector<TimetableItem> Activities::timetable(const ActivityId& activity)
{
    Prepared query{*context_.database, "SELECT starts, title, detail, consent FROM timetable_item WHERE activity = ? ORDER BY starts, number"};
    query.bind(1, activity.value);
    std::vector<TimetableItem> items;
    while (query.executeStep())
        items.push_back({activity, from_milliseconds(query.getColumn(0).getInt64()), query.getColumn(1).getString(),
                         query.getColumn(2).getString(),
                         parse_name<Consent>(query.getColumn(3).getString()).value_or(Consent::not_given)});
    return items;
}

std::optional<Expectation> Activities::expectation(const ActivityId& activity)
{
    Prepared query{*context_.database, "SELECT talk_wanted, words, agreed_on, team_told_on FROM expectation WHERE activity = ?"};
    query.bind(1, activity.value);
    if (!query.executeStep()) return std::nullopt;
    Expectation expectation{activity, query.getColumn(0).getInt() != 0, query.getColumn(1).getString(), {}, {}};
    if (!query.getColumn(2).isNull()) expectation.agreed_on = parsed(query.getColumn(2));
    if (!query.getColumn(3).isNull()) expectation.team_told_on = parsed(query.getColumn(3));
    return expectation;
}

std::vector<Objective> Activities::objectives(const ActivityId& activity)
{
    Prepared query{*context_.database, "SELECT o.objective, o.words FROM activity_objective a JOIN objective o USING (objective) WHERE a.activity = ? ORDER BY 1"};
    query.bind(1, activity.value);
    std::vector<Objective> objectives;
    while (query.executeStep()) objectives.push_back({ObjectiveNumber{query.getColumn(0).getInt64()}, query.getColumn(1).getString()});
    return objectives;
}

ConfidentialityNote Activities::note()
{
    Prepared query{*context_.database, "SELECT note_version, note_words, note_changed FROM programme"};
    if (!query.executeStep()) return {};
    return {query.getColumn(0).getInt64(), query.getColumn(1).getString(), query.getColumn(2).getString()};
}

Places Activities::places(const ActivityId& activity)
{
    return known_places_.of(activity);
}

}
