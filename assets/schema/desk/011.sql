-- The facts of a parcel that is being taken in wait beside the database, and no longer in it.
DROP TABLE arriving;
