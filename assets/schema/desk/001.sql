-- Who the desk is: one row. Its secret keys are not here, so that this database can be looked at and copied.
CREATE TABLE desk (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    origin TEXT NOT NULL,
    signing_key BLOB NOT NULL CHECK (length(signing_key) = 32), recipient TEXT NOT NULL,
    begun_at INTEGER NOT NULL
) STRICT;

-- The kiosks that it set up, each with its public keys alone.
CREATE TABLE kiosk (
    code TEXT PRIMARY KEY, team TEXT NOT NULL, organisation TEXT NOT NULL, site TEXT NOT NULL,
    signing_key BLOB NOT NULL CHECK (length(signing_key) = 32), recipient TEXT NOT NULL,
    added_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A serial is here before any file bears it, and stays when nothing came of it: none is used twice.
CREATE TABLE publication (
    serial INTEGER PRIMARY KEY CHECK (serial > 0), at INTEGER NOT NULL,
    complete INTEGER NOT NULL CHECK (complete IN (0, 1))
) STRICT;

CREATE TABLE pass (
    pass INTEGER PRIMARY KEY CHECK (pass > 0), person INTEGER NOT NULL,
    valid_from TEXT NOT NULL, valid_until TEXT NOT NULL, made_at INTEGER NOT NULL,
    withdrawn_at INTEGER
) STRICT;

-- In clear, for the desk tells them to the academics. `current`: of an activity in the programme as it was last published.
CREATE TABLE visit_code (
    person INTEGER NOT NULL, activity TEXT NOT NULL, digits TEXT NOT NULL,
    salt BLOB NOT NULL CHECK (length(salt) = 16), hash BLOB NOT NULL CHECK (length(hash) = 32),
    current INTEGER NOT NULL CHECK (current IN (0, 1)),
    PRIMARY KEY (person, activity)
) STRICT, WITHOUT ROWID;
