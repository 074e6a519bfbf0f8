-- The newest number that a parcel was given: one row. It is here before the parcel is, and stays when nothing came of it.
CREATE TABLE parcel_number (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), taken INTEGER NOT NULL) STRICT;
