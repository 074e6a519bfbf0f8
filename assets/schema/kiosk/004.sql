-- When the desk's origin began, which led the programme that runs here, and the six words that tell this programme from others.
ALTER TABLE programme ADD COLUMN desk_begun_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE programme ADD COLUMN fingerprint TEXT NOT NULL DEFAULT '';

CREATE TRIGGER chair_given_stays BEFORE DELETE ON chair_given BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER chair_received_stays BEFORE DELETE ON chair_received BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER programme_published_stays BEFORE DELETE ON programme_published BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER same_person_stays BEFORE DELETE ON same_person BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;

-- What is typed instead of a pass: its hash, and what the pass itself would say.
CREATE TABLE pass_code (
    pass INTEGER PRIMARY KEY, person INTEGER NOT NULL,
    valid_from TEXT NOT NULL, valid_until TEXT NOT NULL,
    salt BLOB NOT NULL CHECK (length(salt) = 16), hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX pass_code_by_person ON pass_code (person);
