-- Where facts of an origin begin in a parcel, and not with its first: `text` is what is hashed behind the hash of the fact before, so that
-- it is known, whenever that one comes, whether it is the one. Kept for good, so that it does not matter which came first.
CREATE TABLE joint (
    origin TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq > 1), hash BLOB NOT NULL CHECK (length(hash) = 32), text BLOB NOT NULL,
    PRIMARY KEY (origin, seq, hash)
) STRICT, WITHOUT ROWID;
