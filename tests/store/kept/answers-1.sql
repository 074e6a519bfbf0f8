-- The answers database of schema 1.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE answer (
    key      BLOB PRIMARY KEY CHECK (length(key) = 16),
    kind     TEXT NOT NULL CHECK (kind IN ('feedback', 'question', 'wish')),
    activity TEXT,
    month    TEXT,
    face     TEXT CHECK (face IN ('very useful', 'useful', 'not very useful', 'not useful')),
    words    TEXT NOT NULL,
    parcel   INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO answer VALUES(X'22e3b8385de9348bea5f074cc2d82906','question','LUNCH-1',NULL,NULL,'What would you do first?',1);
CREATE INDEX answer_by_activity ON answer (activity, kind);
COMMIT;
PRAGMA user_version = 1;
