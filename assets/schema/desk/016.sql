-- Passes that were made after the backup that the desk was put back from, so that it knows nothing of them but that they are withdrawn.
CREATE TABLE forgotten_pass (
    pass INTEGER PRIMARY KEY CHECK (pass > 0), withdrawn_at INTEGER NOT NULL
) STRICT;
