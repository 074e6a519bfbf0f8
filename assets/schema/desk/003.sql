-- What each publication gave each kiosk by hand; chairs given one by one are facts. The desk holds them to be the kiosk's until the
-- kiosk has applied this programme or a later one.
CREATE TABLE published_allotment (
    desk TEXT NOT NULL, serial INTEGER NOT NULL, kiosk TEXT NOT NULL, activity TEXT NOT NULL, chairs INTEGER NOT NULL,
    PRIMARY KEY (activity, kiosk, desk, serial)
) STRICT, WITHOUT ROWID;

-- Where the facts of an origin ended in a parcel, and with which hash: what a receipt may say. `number` is the newest parcel of that
-- origin that ended so; 0 where its facts travelled in a later origin's parcel.
CREATE TABLE parcel_end (
    origin TEXT NOT NULL, up_to INTEGER NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32),
    number INTEGER NOT NULL, written_at INTEGER NOT NULL,
    PRIMARY KEY (origin, up_to, hash)
) STRICT, WITHOUT ROWID;

-- Files that were put aside when they were collected, and why: of kiosks that are not known, or not signed as they should be.
CREATE TABLE parcel_aside (
    sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32), name TEXT NOT NULL, reason TEXT NOT NULL, seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Until when what was published lasts; the spreadsheets have the rest.
CREATE TABLE published_activity (activity TEXT PRIMARY KEY, ends INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- Where the coordinator keeps the spreadsheets: one row.
CREATE TABLE programme_folder (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), path TEXT NOT NULL) STRICT;

-- Whom which publication was the first to name as erased.
CREATE TABLE published_erasure (person INTEGER PRIMARY KEY, desk TEXT NOT NULL, serial INTEGER NOT NULL) STRICT;

-- What can be typed at a kiosk instead of a pass that cannot be scanned. In clear, for the desk prints it on the pass; the
-- kiosks get the hashes alone.
CREATE TABLE pass_code (
    pass INTEGER PRIMARY KEY REFERENCES pass, letters TEXT NOT NULL CHECK (length(letters) = 8),
    salt BLOB NOT NULL CHECK (length(salt) = 16), hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX pass_by_person ON pass (person);
