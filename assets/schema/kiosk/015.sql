-- What a kiosk whose disk was put back tells anew of an activity's places.
CREATE TABLE places_told_anew (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    activity TEXT NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE INDEX places_told_anew_by_activity ON places_told_anew (activity);
CREATE TRIGGER places_told_anew_stands BEFORE UPDATE ON places_told_anew BEGIN SELECT raise(ABORT, 'facts are never changed'); END;

CREATE TABLE standing_kept (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    activity TEXT NOT NULL, sign_up_origin TEXT NOT NULL, sign_up_seq INTEGER NOT NULL, person INTEGER NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('place', 'given place', 'waiting', 'taken up')),
    order_at INTEGER,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE INDEX standing_kept_by_activity ON standing_kept (activity);
CREATE INDEX standing_kept_by_person ON standing_kept (person, activity);
CREATE TRIGGER standing_kept_stands BEFORE UPDATE ON standing_kept BEGIN SELECT raise(ABORT, 'facts are never changed'); END;

CREATE TABLE desk_changed (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE TRIGGER desk_changed_stands BEFORE UPDATE ON desk_changed BEGIN SELECT raise(ABORT, 'facts are never changed'); END;

CREATE TRIGGER places_told_anew_stays BEFORE DELETE ON places_told_anew BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER standing_kept_stays BEFORE DELETE ON standing_kept BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER desk_changed_stays BEFORE DELETE ON desk_changed BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;

-- Who has signed up: by a sign-up that is here, or by one that is told anew or taken up.
CREATE VIEW signed_up AS
    SELECT activity, person FROM sign_up UNION ALL SELECT activity, person FROM standing_kept;
