-- How far the desk was known to have everything, and since when by its own clock: what retention counts from.
CREATE TABLE received (
    origin TEXT NOT NULL, facts_up_to INTEGER NOT NULL, answers_up_to INTEGER NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (origin, facts_up_to, answers_up_to)
) STRICT, WITHOUT ROWID;
INSERT INTO received SELECT r.origin, r.facts_up_to, r.answers_up_to, p.issued_at FROM receipt r, programme p;

-- Here while names or words were emptied that the file's spare pages, its log or a copy may still hold: also over a power cut.
CREATE TABLE sweep_owed (only_row INTEGER PRIMARY KEY CHECK (only_row = 1)) STRICT;
