-- Answers carry no time, no number and no person. The random key is the order of the table.
CREATE TABLE answer (
    key      BLOB PRIMARY KEY CHECK (length(key) = 16),
    kind     TEXT NOT NULL CHECK (kind IN ('feedback', 'question', 'wish')),
    activity TEXT,
    month    TEXT,
    face     TEXT CHECK (face IN ('very useful', 'useful', 'not very useful', 'not useful')),
    words    TEXT NOT NULL,
    parcel   INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_by_activity ON answer (activity, kind);
