-- A wait has to pass by the machine's own clock as well, also when the program was ended in the middle of it: milliseconds since
-- the machine was started, and which start that was.
ALTER TABLE tries ADD COLUMN blocked_until_running INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tries ADD COLUMN machine_run TEXT NOT NULL DEFAULT '';
