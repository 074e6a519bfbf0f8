-- The admin's PIN: its hash, and nothing that it could be read from.
CREATE TABLE pin (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    salt BLOB NOT NULL CHECK (length(salt) = 16), hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- What the kiosk remembers of its clock from one run to the next: one row.
CREATE TABLE clock_memory (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    last_trusted INTEGER, untrusted INTEGER NOT NULL CHECK (untrusted IN (0, 1))
) STRICT;

-- People whom the desk has erased. Those erased here are facts; neither come back with a later programme.
CREATE TABLE erased_by_desk (person INTEGER PRIMARY KEY) STRICT;

CREATE INDEX person_by_role ON person (role);
