CREATE TABLE chair_given (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    activity TEXT NOT NULL, sign_up_origin TEXT NOT NULL, sign_up_seq INTEGER NOT NULL, person INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE INDEX chair_given_by_activity ON chair_given (activity);

CREATE TABLE chair_received (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    activity TEXT NOT NULL, sign_up_origin TEXT NOT NULL, sign_up_seq INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE INDEX chair_received_by_activity ON chair_received (activity);

CREATE TABLE same_person (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    person INTEGER NOT NULL, same_as INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;

CREATE TABLE programme_published (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    serial INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;

CREATE TRIGGER programme_published_stands BEFORE UPDATE ON programme_published BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER chair_given_stands BEFORE UPDATE ON chair_given BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER chair_received_stands BEFORE UPDATE ON chair_received BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER same_person_stands BEFORE UPDATE ON same_person BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
