-- Whether its chairs were decided for the history that is here: where not, they come with a later one.
ALTER TABLE programme ADD COLUMN is_for_here INTEGER NOT NULL DEFAULT 1;
