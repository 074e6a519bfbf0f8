-- Names and words: outside the facts and their hashes, so that they can be erased.
CREATE TABLE person (
    person INTEGER PRIMARY KEY,
    role TEXT NOT NULL, name TEXT NOT NULL, organisation TEXT NOT NULL, team TEXT NOT NULL,
    post TEXT NOT NULL, knows_about TEXT NOT NULL, full_time_equivalent REAL NOT NULL,
    added_here INTEGER NOT NULL, listed INTEGER NOT NULL
) STRICT;
-- Where each word of a name begins: what three typed letters are looked up in.
CREATE TABLE person_word (
    words TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    PRIMARY KEY (words, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_word_by_person ON person_word (person);
CREATE TABLE letters (person INTEGER PRIMARY KEY, salt BLOB NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE TABLE remark (
    origin TEXT NOT NULL, seq INTEGER NOT NULL, person INTEGER NOT NULL, words TEXT NOT NULL,
    PRIMARY KEY (origin, seq)
) STRICT, WITHOUT ROWID;

-- What was typed wrongly how often; no secret is here.
CREATE TABLE tries (
    subject TEXT PRIMARY KEY, wrong INTEGER NOT NULL, blocks INTEGER NOT NULL, blocked_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the kiosk was set up with: one row.
CREATE TABLE setup (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    code TEXT NOT NULL, team TEXT NOT NULL, organisation TEXT NOT NULL, site TEXT NOT NULL,
    signing_public BLOB NOT NULL, signing_secret BLOB NOT NULL,
    age_identity TEXT NOT NULL, age_recipient TEXT NOT NULL,
    desk_key BLOB NOT NULL, desk_recipient TEXT NOT NULL, desk TEXT NOT NULL
) STRICT;

-- The programme as it was last applied.
CREATE TABLE programme (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    desk TEXT NOT NULL, serial INTEGER NOT NULL, issued_at INTEGER NOT NULL,
    note_version INTEGER NOT NULL, note_words TEXT NOT NULL, note_changed TEXT NOT NULL
) STRICT;
CREATE TABLE activity (
    activity TEXT PRIMARY KEY,
    kind TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL, topic TEXT NOT NULL, description TEXT NOT NULL,
    starts INTEGER NOT NULL, ends INTEGER NOT NULL, place TEXT NOT NULL, place_detail TEXT NOT NULL,
    academic INTEGER, host INTEGER, everybody_invited INTEGER NOT NULL,
    capacity INTEGER NOT NULL, allotment INTEGER NOT NULL,
    listed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_by_start ON activity (starts) WHERE listed;
CREATE INDEX activity_by_academic ON activity (academic, starts) WHERE listed;
CREATE TABLE invited_team (activity TEXT NOT NULL, team TEXT NOT NULL, PRIMARY KEY (activity, team)) STRICT, WITHOUT ROWID;
CREATE TABLE invited_person (activity TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (activity, person)) STRICT, WITHOUT ROWID;
CREATE TABLE activity_objective (activity TEXT NOT NULL, objective INTEGER NOT NULL, PRIMARY KEY (activity, objective)) STRICT, WITHOUT ROWID;
CREATE TABLE timetable_item (
    activity TEXT NOT NULL, number INTEGER NOT NULL, starts INTEGER NOT NULL, title TEXT NOT NULL, detail TEXT NOT NULL,
    consent TEXT NOT NULL, PRIMARY KEY (activity, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE expectation (
    activity TEXT PRIMARY KEY, talk_wanted INTEGER NOT NULL, words TEXT NOT NULL, agreed_on TEXT, team_told_on TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE objective (objective INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;
CREATE TABLE visit_code (
    person INTEGER NOT NULL, activity TEXT NOT NULL, salt BLOB NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (person, activity)
) STRICT, WITHOUT ROWID;
CREATE TABLE pass_withdrawn (pass INTEGER PRIMARY KEY) STRICT;
CREATE TABLE receipt (
    origin TEXT PRIMARY KEY, facts_up_to INTEGER NOT NULL, answers_up_to INTEGER NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What was recorded here stays here.
CREATE TRIGGER fact_stays BEFORE DELETE ON fact BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER origin_begun_stays BEFORE DELETE ON origin_begun BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER programme_applied_stays BEFORE DELETE ON programme_applied BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER allotment_applied_stays BEFORE DELETE ON allotment_applied BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER person_added_stays BEFORE DELETE ON person_added BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER letters_given_stays BEFORE DELETE ON letters_given BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER sign_up_stays BEFORE DELETE ON sign_up BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER withdrawal_stays BEFORE DELETE ON withdrawal BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER check_in_stays BEFORE DELETE ON check_in BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER check_out_stays BEFORE DELETE ON check_out BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER objective_outcome_stays BEFORE DELETE ON objective_outcome BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER visit_feedback_stays BEFORE DELETE ON visit_feedback BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER refusal_stays BEFORE DELETE ON refusal BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER erasure_stays BEFORE DELETE ON erasure BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER clock_confirmed_stays BEFORE DELETE ON clock_confirmed BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER admin_entry_stays BEFORE DELETE ON admin_entry BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER parcel_written_stays BEFORE DELETE ON parcel_written BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
