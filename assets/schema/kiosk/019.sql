-- Until when whoever signed up may come for it: the latest end that a programme gave it here. What was moved to an earlier time is told of
-- until then, also where that time had passed before this kiosk heard of it.
ALTER TABLE activity ADD COLUMN latest_end INTEGER NOT NULL DEFAULT 0;
UPDATE activity SET latest_end = ends;
DROP INDEX activity_by_end;
CREATE INDEX activity_by_latest_end ON activity (latest_end);
