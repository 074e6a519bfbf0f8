-- When a database was found damaged, and what came of it.
CREATE TABLE damage (
    at INTEGER NOT NULL,
    database TEXT NOT NULL CHECK (database IN ('kiosk', 'answers')),
    outcome TEXT NOT NULL CHECK (outcome IN ('backup taken', 'begun anew')),
    backup_of INTEGER,
    PRIMARY KEY (at, database)
) STRICT, WITHOUT ROWID;
