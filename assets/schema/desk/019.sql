-- What the publications announced of when and where each activity is, one row a change: what those who signed up could read follows from
-- the programme that their kiosk ran. `place` is empty where it is cancelled. Of what was published before, what people last could read
-- is known, and counts as announced before all; but not in which building.
CREATE TABLE announced (
    activity TEXT NOT NULL,
    serial INTEGER NOT NULL,
    starts INTEGER NOT NULL,
    place TEXT NOT NULL,
    place_detail TEXT NOT NULL,
    says_what_changed INTEGER NOT NULL CHECK (says_what_changed IN (0, 1)),
    PRIMARY KEY (activity, serial)
) STRICT, WITHOUT ROWID;
INSERT INTO announced SELECT activity, 0, starts, place, '', 0 FROM published_activity WHERE starts IS NOT NULL;
ALTER TABLE published_activity DROP COLUMN starts;
ALTER TABLE published_activity DROP COLUMN place;
