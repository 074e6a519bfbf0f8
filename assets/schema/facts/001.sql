-- Facts: a spine, and one table a kind, the same at the kiosk and at the desk. Rows are never changed; the triggers at the end
-- see to it.
CREATE TABLE fact (
    origin   TEXT NOT NULL,
    seq      INTEGER NOT NULL CHECK (seq > 0),
    kind     TEXT NOT NULL,
    at       INTEGER NOT NULL,
    order_at INTEGER NOT NULL,
    clock    INTEGER NOT NULL CHECK (clock IN (0, 1)),
    hash     BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (origin, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE origin_begun (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    kiosk TEXT NOT NULL, generation INTEGER NOT NULL, after TEXT,
    reason TEXT NOT NULL CHECK (reason IN ('set up', 'behind mark', 'behind receipt')),
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;

CREATE TABLE programme_applied (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    desk TEXT NOT NULL, serial INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;

CREATE TABLE allotment_applied (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    activity TEXT NOT NULL, chairs INTEGER NOT NULL, kept INTEGER NOT NULL, released INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE INDEX allotment_applied_by_activity ON allotment_applied (activity);

CREATE TABLE person_added (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    person INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;

CREATE TABLE letters_given (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    person INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_up (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    activity TEXT NOT NULL, person INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_up_by_activity ON sign_up (activity);
CREATE INDEX sign_up_by_person ON sign_up (person, activity);

CREATE TABLE withdrawal (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    sign_up_origin TEXT NOT NULL, sign_up_seq INTEGER NOT NULL,
    activity TEXT NOT NULL, person INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('by person', 'erased', 'corrected')),
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE INDEX withdrawal_by_activity ON withdrawal (activity);

CREATE TABLE check_in (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    person INTEGER NOT NULL, activity TEXT,
    means TEXT NOT NULL CHECK (means IN ('pass', 'code', 'admin')),
    pass INTEGER, note_version INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE INDEX check_in_by_person ON check_in (person);

CREATE TABLE check_out (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    visit_origin TEXT NOT NULL, visit_seq INTEGER NOT NULL, person INTEGER NOT NULL,
    means TEXT NOT NULL CHECK (means IN ('pass', 'code', 'admin')),
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE INDEX check_out_by_visit ON check_out (visit_origin, visit_seq);

CREATE TABLE objective_outcome (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    visit_origin TEXT NOT NULL, visit_seq INTEGER NOT NULL, objective INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('met', 'partly met', 'not met')),
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;

CREATE TABLE visit_feedback (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    visit_origin TEXT NOT NULL, visit_seq INTEGER NOT NULL,
    face TEXT CHECK (face IN ('very useful', 'useful', 'not very useful', 'not useful')),
    has_words INTEGER NOT NULL CHECK (has_words IN (0, 1)),
    may_be_quoted INTEGER NOT NULL CHECK (may_be_quoted IN (0, 1)),
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;

CREATE TABLE refusal (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    reason TEXT NOT NULL, person INTEGER, pass INTEGER,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;

CREATE TABLE erasure (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    person INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE INDEX erasure_by_person ON erasure (person);

CREATE TABLE clock_confirmed (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;

CREATE TABLE admin_entry (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('pin chosen', 'entered', 'letters renewed')), person INTEGER,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;

CREATE TABLE parcel_written (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    parcel INTEGER NOT NULL, facts_up_to INTEGER NOT NULL, answers INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;

-- A fact stands as it was recorded.
CREATE TRIGGER fact_stands BEFORE UPDATE ON fact BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER origin_begun_stands BEFORE UPDATE ON origin_begun BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER programme_applied_stands BEFORE UPDATE ON programme_applied BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER allotment_applied_stands BEFORE UPDATE ON allotment_applied BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER person_added_stands BEFORE UPDATE ON person_added BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER letters_given_stands BEFORE UPDATE ON letters_given BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER sign_up_stands BEFORE UPDATE ON sign_up BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER withdrawal_stands BEFORE UPDATE ON withdrawal BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER check_in_stands BEFORE UPDATE ON check_in BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER check_out_stands BEFORE UPDATE ON check_out BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER objective_outcome_stands BEFORE UPDATE ON objective_outcome BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER visit_feedback_stands BEFORE UPDATE ON visit_feedback BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER refusal_stands BEFORE UPDATE ON refusal BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER erasure_stands BEFORE UPDATE ON erasure BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER clock_confirmed_stands BEFORE UPDATE ON clock_confirmed BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER admin_entry_stands BEFORE UPDATE ON admin_entry BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER parcel_written_stands BEFORE UPDATE ON parcel_written BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
