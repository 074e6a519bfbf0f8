// The columns of a programme's CSV files. Wrappers stand in for the lists of bare numbers.
#pragma once

#include "exchange/csv_row.hpp"

namespace refectory {

struct PassWithdrawnRow { PassNumber pass; };
struct ErasedRow { PersonId person; };
struct DecidedForRow { Origin origin; };

template <> struct CsvColumns<Activity> {
    static void visit(auto& activity, auto&& column)
    {
        column("activity", activity.id);
        column("kind", activity.kind);
        column("state", activity.state);
        column("reason", activity.reason);
        column("topic", activity.topic);
        column("description", activity.description);
        column("starts", activity.starts);
        column("ends", activity.ends);
        column("place", activity.place);
        column("place_detail", activity.place_detail);
        column("academic", activity.academic);
        column("host", activity.host);
        column("everybody_invited", activity.invited.everybody);
        column("teams_invited", activity.invited.teams);
        column("people_invited", activity.invited.people);
        column("capacity", activity.capacity);
        column("allotment", activity.allotment);
        column("objectives", activity.objectives);
    }
};

template <> struct CsvColumns<Person> {
    static void visit(auto& person, auto&& column)
    {
        column("person", person.id);
        column("role", person.role);
        column("name", person.name);
        column("organisation", person.organisation);
        column("team", person.team);
        column("post", person.post);
        column("knows_about", person.knows_about);
        column("full_time_equivalent", person.full_time_equivalent);
    }
};

template <> struct CsvColumns<TimetableItem> {
    static void visit(auto& item, auto&& column)
    {
        column("activity", item.activity);
        column("starts", item.starts);
        column("title", item.title);
        column("detail", item.detail);
        column("consent", item.consent);
    }
};

template <> struct CsvColumns<Expectation> {
    static void visit(auto& expectation, auto&& column)
    {
        column("activity", expectation.activity);
        column("talk_wanted", expectation.talk_wanted);
        column("words", expectation.words);
        column("agreed_on", expectation.agreed_on);
        column("team_told_on", expectation.team_told_on);
    }
};

template <> struct CsvColumns<Objective> {
    static void visit(auto& objective, auto&& column)
    {
        column("objective", objective.number);
        column("words", objective.words);
    }
};

template <> struct CsvColumns<ConfidentialityNote> {
    static void visit(auto& note, auto&& column)
    {
        column("version", note.version);
        column("words", note.words);
        column("changed", note.changed);
    }
};

template <> struct CsvColumns<VisitCode> {
    static void visit(auto& code, auto&& column)
    {
        column("person", code.person);
        column("activity", code.activity);
        column("salt", code.code.salt);
        column("hash", code.code.hash);
    }
};

template <> struct CsvColumns<PassCode> {
    static void visit(auto& code, auto&& column)
    {
        column("pass", code.pass.number);
        column("person", code.pass.person);
        column("valid_from", code.pass.valid_from);
        column("valid_until", code.pass.valid_until);
        column("salt", code.code.salt);
        column("hash", code.code.hash);
    }
};

template <> struct CsvColumns<PassWithdrawnRow> {
    static void visit(auto& row, auto&& column) { column("pass", row.pass); }
};

template <> struct CsvColumns<ErasedRow> {
    static void visit(auto& row, auto&& column) { column("person", row.person); }
};

template <> struct CsvColumns<DecidedForRow> {
    static void visit(auto& row, auto&& column) { column("origin", row.origin); }
};

template <> struct CsvColumns<GivenChair> {
    static void visit(auto& chair, auto&& column)
    {
        column("activity", chair.activity);
        column("sign_up_origin", chair.sign_up.origin);
        column("sign_up_seq", chair.sign_up.seq);
        column("person", chair.person);
    }
};

template <> struct CsvColumns<Receipt> {
    static void visit(auto& receipt, auto&& column)
    {
        column("origin", receipt.origin);
        column("after", receipt.after);
        column("facts_up_to", receipt.facts_up_to);
        column("hash", receipt.hash);
        column("answers_up_to", receipt.answers_up_to);
        column("is_whole", receipt.is_whole);
        column("at", receipt.at);
    }
};

}
