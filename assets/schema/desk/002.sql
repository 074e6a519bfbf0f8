-- What the kiosks' parcels brought. The facts themselves stand in the fact tables; beside them, as at the kiosk, the names
-- and words that can be erased.
CREATE TABLE added_name (
    person INTEGER PRIMARY KEY,
    name TEXT NOT NULL, organisation TEXT NOT NULL, team TEXT NOT NULL
) STRICT;

-- The hash says which fact the words stand beside, where two were recorded under one number. The visit says whose they are.
CREATE TABLE remark (
    origin TEXT NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32),
    visit_origin TEXT NOT NULL, visit_seq INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (origin, seq, hash)
) STRICT, WITHOUT ROWID;

-- Nothing here says from which kiosk, in which parcel or when.
CREATE TABLE answer (
    key      BLOB PRIMARY KEY CHECK (length(key) = 16),
    kind     TEXT NOT NULL CHECK (kind IN ('feedback', 'question', 'wish')),
    activity TEXT,
    month    TEXT,
    face     TEXT CHECK (face IN ('very useful', 'useful', 'not very useful', 'not useful')),
    words    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_by_activity ON answer (activity, kind);

CREATE TABLE parcel (
    origin TEXT NOT NULL, number INTEGER NOT NULL, sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    facts_from INTEGER NOT NULL, facts_up_to INTEGER NOT NULL,
    written_at INTEGER NOT NULL, clock INTEGER NOT NULL CHECK (clock IN (0, 1)), version TEXT NOT NULL,
    collected_at INTEGER NOT NULL,
    PRIMARY KEY (origin, number, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX parcel_by_sum ON parcel (sha256);

-- Of two facts under one number the one with the smaller hash stands in the fact tables; the other is here, its values as JSON.
CREATE TABLE conflict (
    origin TEXT NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32),
    kind TEXT NOT NULL, at INTEGER NOT NULL, order_at INTEGER NOT NULL, clock INTEGER NOT NULL CHECK (clock IN (0, 1)),
    fields TEXT NOT NULL,
    PRIMARY KEY (origin, seq, hash)
) STRICT, WITHOUT ROWID;

-- An erasure counts whether or not its fact is the one that stands, so that it does not matter which came first.
CREATE VIEW erased AS
    SELECT person FROM erasure UNION SELECT json_extract(fields, '$.person') FROM conflict WHERE kind = 'erasure';
CREATE VIEW visitor AS
    SELECT origin, seq, person FROM check_in
    UNION ALL SELECT origin, seq, json_extract(fields, '$.person') FROM conflict WHERE kind = 'check_in';

-- The facts of the one parcel that is being taken in, until they are checked as a whole; empty in between. A parcel comes
-- table by table; here its rows stand in the order of their numbers.
CREATE TABLE arriving (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    kind TEXT NOT NULL, at INTEGER NOT NULL, order_at INTEGER NOT NULL, clock INTEGER NOT NULL, hash BLOB NOT NULL,
    value_1 ANY, value_2 ANY, value_3 ANY, value_4 ANY, value_5 ANY, value_6 ANY,
    PRIMARY KEY (origin, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX arriving_person ON arriving (value_1) WHERE kind = 'person_added';
