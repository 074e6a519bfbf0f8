-- Visits as the facts have them, kept at hand: when each began, and the first end that was recorded. It follows from the facts alone, and what is
-- asked of one person's year must not take longer the more there is behind it.
DROP TRIGGER open_visit_begins;
DROP TRIGGER open_visit_ends;
DROP TRIGGER open_visit_is_closed;
DROP TABLE open_visit;
CREATE TABLE visit (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    person INTEGER NOT NULL, began INTEGER NOT NULL, ended INTEGER,
    PRIMARY KEY (origin, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO visit SELECT c.origin, c.seq, c.person, f.at, (SELECT min(e.at) FROM visit_end e WHERE e.visit_origin = c.origin AND e.visit_seq = c.seq)
    FROM check_in c JOIN fact f USING (origin, seq);
CREATE INDEX visit_by_person ON visit (person, began, ended);
CREATE INDEX visit_open ON visit (ended, person, began) WHERE ended IS NULL;
CREATE TRIGGER visit_begins AFTER INSERT ON check_in
BEGIN INSERT INTO visit SELECT NEW.origin, NEW.seq, NEW.person, at, NULL FROM fact WHERE origin = NEW.origin AND seq = NEW.seq; END;
CREATE TRIGGER visit_ends AFTER INSERT ON check_out
BEGIN
    UPDATE visit SET ended = (SELECT at FROM fact WHERE origin = NEW.origin AND seq = NEW.seq)
    WHERE origin = NEW.visit_origin AND seq = NEW.visit_seq AND ended IS NULL;
END;
CREATE TRIGGER visit_is_closed AFTER INSERT ON correction WHEN NEW.what = 'visit' AND NEW.ended_at IS NOT NULL
BEGIN UPDATE visit SET ended = NEW.ended_at WHERE origin = NEW.fact_origin AND seq = NEW.fact_seq AND ended IS NULL; END;
