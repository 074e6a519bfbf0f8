-- The numbers that parcels have taken, each with the time that its parcel says: by that a parcel of this number is told from one that was
-- written before a disk was put back. Of those before this step it is not known.
CREATE TABLE parcel_taken (parcel INTEGER PRIMARY KEY, written_at INTEGER) STRICT;
INSERT INTO parcel_taken SELECT taken, NULL FROM parcel_number;
DROP TABLE parcel_number;
