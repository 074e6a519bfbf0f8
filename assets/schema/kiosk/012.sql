-- A wait has to pass by the machine's own clock as well, also when the program was ended in the middle of it: milliseconds since
-- the machine was started.
ALTER TABLE tries ADD COLUMN blocked_until_running INTEGER NOT NULL DEFAULT 0;
