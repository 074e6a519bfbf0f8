-- Machines that were set up by a kiosk's file and are gone: their origins, and how far the desk had each when it was said.
CREATE TABLE machine_gone (
    origin TEXT PRIMARY KEY, facts INTEGER NOT NULL, said_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
