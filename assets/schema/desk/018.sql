-- When and where it was to be for those who signed up: they are to be told of another time and place. Unknown of what was published
-- before. Nobody waits for a chair at what does not take place.
ALTER TABLE published_activity ADD COLUMN starts INTEGER;
ALTER TABLE published_activity ADD COLUMN place TEXT;
ALTER TABLE published_activity ADD COLUMN takes_place INTEGER NOT NULL DEFAULT 1 CHECK (takes_place IN (0, 1));
