-- No pass is given a smaller number: those of before may have gone to passes that a backup does not know.
ALTER TABLE desk ADD COLUMN passes_from INTEGER NOT NULL DEFAULT 1;
