-- What an admin put right, and why. A visit ended when this says; a sign-up that should not have been is withdrawn beside it.
CREATE TABLE correction (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('visit', 'sign-up')),
    fact_origin TEXT NOT NULL, fact_seq INTEGER NOT NULL,
    ended_at INTEGER,
    reason TEXT NOT NULL CHECK (reason IN ('forgotten', 'pass failed', 'by mistake', 'twice', 'wrong person', 'asked for')),
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_by_fact ON correction (fact_origin, fact_seq);
CREATE INDEX correction_by_end ON correction (ended_at);
CREATE TRIGGER correction_stands BEFORE UPDATE ON correction BEGIN SELECT raise(ABORT, 'facts are never changed'); END;

-- When visits ended: as corrected, else by the check-outs. Where there are several ends of one visit, the first counts.
CREATE VIEW visit_end AS
    SELECT fact_origin AS visit_origin, fact_seq AS visit_seq, ended_at AS at, 1 AS corrected
    FROM correction WHERE what = 'visit' AND ended_at IS NOT NULL
    UNION ALL
    SELECT o.visit_origin, o.visit_seq, f.at, 0 FROM check_out o JOIN fact f USING (origin, seq)
    WHERE NOT EXISTS (SELECT 1 FROM correction c WHERE c.fact_origin = o.visit_origin AND c.fact_seq = o.visit_seq AND c.what = 'visit');
