-- When and where it was published to be: whoever signed up for it then is to be told of another time and place. Unknown of what was
-- published before.
ALTER TABLE published_activity ADD COLUMN starts INTEGER;
ALTER TABLE published_activity ADD COLUMN place TEXT;
