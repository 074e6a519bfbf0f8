-- What the pages ask for must not take longer the more there is behind it.
DROP INDEX fact_by_time;
CREATE INDEX fact_by_time ON fact (at, kind);
CREATE INDEX activity_by_end ON activity (ends);

-- Visits that nothing has ended yet: what `visit_end` lacks, kept at hand. It follows from the facts alone.
CREATE TABLE open_visit (origin TEXT NOT NULL, seq INTEGER NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (origin, seq)) STRICT, WITHOUT ROWID;
INSERT INTO open_visit SELECT origin, seq, person FROM check_in c
    WHERE NOT EXISTS (SELECT 1 FROM visit_end e WHERE e.visit_origin = c.origin AND e.visit_seq = c.seq);
CREATE TRIGGER open_visit_begins AFTER INSERT ON check_in
BEGIN INSERT INTO open_visit VALUES (NEW.origin, NEW.seq, NEW.person); END;
CREATE TRIGGER open_visit_ends AFTER INSERT ON check_out
BEGIN DELETE FROM open_visit WHERE origin = NEW.visit_origin AND seq = NEW.visit_seq; END;
CREATE TRIGGER open_visit_is_closed AFTER INSERT ON correction WHEN NEW.what = 'visit' AND NEW.ended_at IS NOT NULL
BEGIN DELETE FROM open_visit WHERE origin = NEW.fact_origin AND seq = NEW.fact_seq; END;
