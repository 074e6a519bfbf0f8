-- Whether the coordinator was told what the publication decided; what was given before is told by the next one that is.
ALTER TABLE publication ADD COLUMN told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1));
UPDATE publication SET told = complete;
