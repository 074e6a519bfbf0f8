-- A wait has to pass by the machine's own clock as well, also when the program was ended in the middle of it: milliseconds since
-- the machine was started, and which start that was.
ALTER TABLE tries ADD COLUMN blocked_until_running INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tries ADD COLUMN machine_run TEXT NOT NULL DEFAULT '';

-- A slip in the list of people with two numbers is put right at the desk.
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
CREATE TRIGGER correction_stays BEFORE DELETE ON correction BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER open_visit_is_closed AFTER INSERT ON correction WHEN NEW.what = 'visit' AND NEW.ended_at IS NOT NULL
BEGIN DELETE FROM open_visit WHERE origin = NEW.fact_origin AND seq = NEW.fact_seq; END;
