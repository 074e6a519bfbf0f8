-- A slip in the list of people with two numbers is put right as well.
CREATE TABLE correction_before AS SELECT * FROM correction;
DROP TABLE correction;
CREATE TABLE correction (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('visit', 'sign-up', 'letters', 'same person')),
    fact_origin TEXT NOT NULL, fact_seq INTEGER NOT NULL,
    ended_at INTEGER,
    reason TEXT NOT NULL CHECK (reason IN ('forgotten', 'pass failed', 'by mistake', 'twice', 'wrong person', 'asked for', 'lost', 'seen')),
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
INSERT INTO correction SELECT * FROM correction_before;
DROP TABLE correction_before;
CREATE INDEX correction_by_fact ON correction (fact_origin, fact_seq);
CREATE INDEX correction_by_end ON correction (ended_at);
CREATE TRIGGER correction_stands BEFORE UPDATE ON correction BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
