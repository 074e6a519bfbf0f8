#include "desk/programme_folder.hpp"

#include "desk/cell_text.hpp"
#include "desk/team_of_kiosk.hpp"
#include "domain/invitation.hpp"
#include "domain/names.hpp"
#include "exchange/durable_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace refectory {

namespace {

constexpr std::string_view by_team_size = "by team size";  // instead of a number of chairs

class Reader {
public:
    Reader(const std::filesystem::path& folder, Date today) : folder_(folder), today_(today) {}

    std::expected<DeskProgramme, std::vector<Fault>> read()
    {
        read_note();
        result_.same_people = read_same_people(folder_, faults_);
        const bool has_objectives = read_objectives(), has_people = read_people();
        // What refers to a table that could not be read would be at fault line by line, and none of it is.
        if (!has_objectives || !has_people || !read_activities()) return std::unexpected(std::move(faults_));
        read_allotments();
        read_timetable();
        read_expectations();
        if (!faults_.empty()) return std::unexpected(std::move(faults_));
        return std::move(result_);
    }

private:
    Programme& all() { return result_.all; }

    std::string noted(const Table& table, const std::string& column, std::string words)
    {
        if (!words.empty()) result_.free_texts.push_back({table.file(), table.line(), column, words});
        return words;
    }

    bool read_objectives()
    {
        Table table{folder_, "objectives.csv", {"objective", "words"}, faults_};
        while (table.next()) {
            const Objective objective{ObjectiveNumber{table.number("objective", 1, 99)}, noted(table, "words", table.required("words", 200))};
            if (std::ranges::find(all().objectives, objective.number, &Objective::number) != all().objectives.end())
                table.fault("objective", fmt::format("Objective {} is there twice.", objective.number.value));
            all().objectives.push_back(objective);
        }
        return table.is_readable();
    }

    bool read_people()
    {
        Table table{folder_, "people.csv", {"person", "role", "name", "organisation", "team", "post", "knows_about", "fte"}, faults_};
        while (table.next()) {
            Person person;
            person.id = PersonId{table.number("person", 1, UINT32_MAX)};
            person.role = table.one_of<Role>("role");
            person.name = table.required("name", longest_name);
            person.organisation = table.required("organisation", 80);
            person.team = person.role == Role::practitioner ? table.required("team", 60) : table.text("team", 60);
            person.post = table.text("post", 60);
            person.knows_about = table.list("knows_about");
            person.full_time_equivalent = table.share("fte");
            if (find_person(person.id)) table.fault("person", fmt::format("Person {} is there twice.", person.id.value));
            result_.people_lines[person.id] = table.line();
            all().people.push_back(std::move(person));
        }
        return table.is_readable();
    }

    bool read_activities()
    {
        Table table{folder_, "activities.csv",
                    {"activity", "kind", "state", "reason", "topic", "description", "date", "starts", "ends", "place", "place_detail",
                     "academic", "host", "invited", "capacity", "objectives"}, faults_};
        while (table.next()) {
            Activity activity;
            activity.id = ActivityId{table.required("activity", 24)};
            activity.kind = table.one_of<ActivityKind>("kind");
            activity.state = table.one_of<ActivityState>("state");
            activity.reason = noted(table, "reason", table.text("reason", 80));  // a kiosk has one line for it
            activity.topic = noted(table, "topic", table.required("topic", 90));
            activity.description = noted(table, "description", table.text("description", 500));
            activity.place = noted(table, "place", table.required("place", 80));
            activity.place_detail = noted(table, "place_detail", table.text("place_detail", 80));
            activity.capacity = static_cast<int>(table.number("capacity", 0, 1000));
            read_time(table, activity);
            read_names(table, activity);
            check(table, activity);
            result_.activity_lines.emplace(activity.id, table.line());
            all().activities.push_back(std::move(activity));
        }
        return table.is_readable();
    }

    void read_time(Table& table, Activity& activity)
    {
        const auto date = table.date("date", today_);
        if (!date && table.text("date").empty()) table.fault("date", "This cell is empty and must not be.");
        const auto starts = table.moment("starts", date), ends = table.moment("ends", date);
        if (!starts || !ends) return;
        activity.starts = *starts;
        activity.ends = *ends;
        if (activity.ends <= activity.starts) table.fault("ends", "It ends before it starts.");
    }

    void read_names(Table& table, Activity& activity)
    {
        activity.academic = person_in(table, "academic", Role::academic);
        activity.host = person_in(table, "host", std::nullopt);
        for (const auto& word : table.list("invited")) {
            if (in_small_letters(word) == "all") {
                activity.invited.everybody = true;
            } else if (std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; })) {
                if (const auto person = person_of(table, "invited", word)) activity.invited.people.push_back(*person);
            } else {
                const bool known = std::ranges::any_of(all().people, [&](const Person& person) { return person.team == word; });
                if (!known) table.fault("invited", fmt::format("Nobody in people.csv is in a team called “{}”. Correct its name, or write all.", word));
                activity.invited.teams.push_back(word);
            }
        }
        for (const auto& word : table.list("objectives")) {
            const auto number = parse_number(word);
            const bool known = std::ranges::any_of(all().objectives, [&](const Objective& one) { return one.number.value == number; });
            if (known) activity.objectives.push_back(ObjectiveNumber{*number});
            else table.fault("objectives", fmt::format("Objective “{}” is not in objectives.csv.", word));
        }
    }

    void check(Table& table, const Activity& activity)
    {
        const bool plain = std::ranges::all_of(activity.id.value, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; });
        if (!plain) table.fault("activity", fmt::format("“{}” may have only A to Z, 0 to 9 and hyphens.", activity.id.value));
        if (find_activity(activity.id)) table.fault("activity", fmt::format("Activity {} is there twice.", activity.id.value));
        if (has_changed(activity) && activity.reason.empty()) table.fault("reason", "Say why it was moved or cancelled: people who signed up read this.");
    }

    void read_allotments()
    {
        Table table{folder_, "allotments.csv", {"activity", "kiosk", "chairs"}, faults_};
        std::map<ActivityId, int> given;
        while (table.next()) {
            const auto* activity = activity_in(table);
            const auto kiosk = table.required("kiosk", 24);
            const bool is_by_size = in_small_letters(table.text("chairs")) == by_team_size;
            const int chairs = is_by_size ? 0 : static_cast<int>(table.number("chairs", 0, 1000));
            if (!activity) continue;
            if (!result_.allotments.emplace(std::pair{activity->id, kiosk}, Allotment{chairs, table.line(), is_by_size}).second)
                table.fault("kiosk", fmt::format("{} has an allotment for {} already.", kiosk, activity->id.value));
            given[activity->id] += chairs;
            if (given[activity->id] > activity->capacity)
                table.fault("chairs", fmt::format("The kiosks together get {} chairs, but the room has {}.", given[activity->id], activity->capacity));
        }
    }

    void read_timetable()
    {
        Table table{folder_, "timetable.csv", {"activity", "starts", "title", "detail", "consent"}, faults_};
        while (table.next()) {
            const auto* activity = activity_in(table);
            const auto starts = table.moment("starts", activity ? std::optional{local_date(activity->starts)} : std::nullopt);
            TimetableItem item{{}, {}, noted(table, "title", table.required("title", 80)), noted(table, "detail", table.text("detail", 120)),
                               table.one_of<Consent>("consent")};
            if (!activity || !starts) continue;
            item.activity = activity->id;
            item.starts = *starts;
            all().timetable.push_back(std::move(item));
        }
    }

    void read_expectations()
    {
        Table table{folder_, "expectations.csv", {"activity", "talk_wanted", "words", "agreed_on", "team_told_on"}, faults_};
        while (table.next()) {
            const auto* activity = activity_in(table);
            Expectation one{{}, table.yes_or_no("talk_wanted"), noted(table, "words", table.required("words", 80)), table.date("agreed_on", today_),
                            table.date("team_told_on", today_)};
            if (!activity) continue;
            one.activity = activity->id;
            if (std::ranges::find(all().expectations, one.activity, &Expectation::activity) != all().expectations.end())
                table.fault("activity", fmt::format("Activity {} has its expectations already.", activity->id.value));
            all().expectations.push_back(std::move(one));
        }
    }

    void read_note()
    {
        Table table{folder_, "note.csv", {"version", "words", "changed"}, faults_};
        while (table.next()) {
            if (all().note.version != 0) table.fault("version", "There is a confidentiality note above already. Keep the one that counts.");
            all().note = {table.number("version", 1, 10000), noted(table, "words", table.required("words", 600)),
                          noted(table, "changed", table.text("changed", 200))};
        }
        if (all().note.version == 0) faults_.push_back({"note.csv", 1, "version", "The confidentiality note is missing."});
    }

    const Activity* activity_in(Table& table)
    {
        const ActivityId id{table.required("activity", 24)};
        const auto* activity = find_activity(id);
        if (!activity && !id.value.empty()) table.fault("activity", fmt::format("Activity “{}” is not in activities.csv.", id.value));
        return activity;
    }

    std::optional<PersonId> person_in(Table& table, const std::string& column, std::optional<Role> role)
    {
        const auto word = table.text(column);
        if (word.empty()) return std::nullopt;
        const auto id = person_of(table, column, word);
        if (id && role && find_person(*id)->role != *role) {
            table.fault(column, fmt::format("Person {} is not an academic in people.csv.", word));
            return std::nullopt;
        }
        return id;
    }

    std::optional<PersonId> person_of(Table& table, const std::string& column, const std::string& word)
    {
        if (const auto number = parse_number(word); number && find_person(PersonId{*number})) return PersonId{*number};
        table.fault(column, fmt::format("Person “{}” is not in people.csv.", word));
        return std::nullopt;
    }

    const Person* find_person(PersonId id)
    {
        const auto found = std::ranges::find(all().people, id, &Person::id);
        return found == all().people.end() ? nullptr : &*found;
    }

    const Activity* find_activity(const ActivityId& id)
    {
        const auto found = std::ranges::find(all().activities, id, &Activity::id);
        return found == all().activities.end() ? nullptr : &*found;
    }

    std::filesystem::path folder_;
    Date today_;
    std::vector<Fault> faults_;
    DeskProgramme result_;
};

}

std::expected<DeskProgramme, std::vector<Fault>> read_programme_folder(const std::filesystem::path& folder, Date today)
{
    std::error_code error;
    const std::filesystem::directory_iterator opened{folder, error};
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory)
        return std::unexpected(std::vector<Fault>{{folder.string(), 0, "", "There is no such folder. Name the one that holds the spreadsheets."}});
    if (error) return std::unexpected(std::vector<Fault>{{folder.string(), 0, "", sentence_of(error.value())}});
    return Reader{folder, today}.read();
}

std::vector<FreeText> texts_with_surname(const DeskProgramme& desk, std::string_view name)
{
    const auto key = search_key(name.substr(0, name.find(',')));  // “Price, Gareth”, and “Gareth Price, MBE”
    const auto surname = key.substr(key.rfind(' ') + 1);  // all of it, where there is but one word
    std::vector<FreeText> texts;
    if (letters_in(surname) < 2) return texts;
    std::ranges::copy_if(desk.free_texts, std::back_inserter(texts), [&](const FreeText& one) {
        return std::ranges::any_of(words_of(one.words), [&](const std::string& word) { return word == surname || word == surname + "s"; });  // "Price’s"
    });
    return texts;
}

Programme programme_for(const DeskProgramme& desk, const ProgrammeHeader& header, const std::set<ActivityId>& has_told_of)
{
    Programme programme;
    programme.header = header;
    std::set<PersonId> needed;
    std::set<std::string> teams;
    std::set<ActivityId> kept;
    for (auto activity : desk.all.activities) {
        const auto allotment = desk.allotments.find({activity.id, header.kiosk});
        const bool ours = allotment != desk.allotments.end();
        activity.allotment = ours ? allotment->second.chairs : 0;
        const bool team_is_invited = activity.invited.everybody || std::ranges::find(activity.invited.teams, header.team) != activity.invited.teams.end();
        if (!ours && !team_is_invited && !has_told_of.contains(activity.id)) continue;
        kept.insert(activity.id);
        for (const auto& person : {activity.academic, activity.host})
            if (person) needed.insert(*person);
        needed.insert(activity.invited.people.begin(), activity.invited.people.end());
        if (ours) teams.insert(activity.invited.teams.begin(), activity.invited.teams.end());
        programme.activities.push_back(std::move(activity));
    }
    teams.erase(header.team);
    const TeamOfKiosk team{desk.all.people, header.team, header.organisation};
    for (const auto& person : desk.all.people)
        if (needed.contains(person.id) || team.has(person) || (!person.team.empty() && teams.contains(person.team))) programme.people.push_back(person);
    std::ranges::copy_if(desk.all.timetable, std::back_inserter(programme.timetable), [&](const auto& item) { return kept.contains(item.activity); });
    std::ranges::copy_if(desk.all.expectations, std::back_inserter(programme.expectations), [&](const auto& one) { return kept.contains(one.activity); });
    programme.objectives = desk.all.objectives;
    programme.note = desk.all.note;
    return programme;
}

}
