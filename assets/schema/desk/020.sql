-- What the coordinator was told of what the facts brought to light: each finding once, also where the collecting that brought it was
-- killed before it could say so. Only those that are there still.
CREATE TABLE finding_told (
    kind TEXT NOT NULL CHECK (kind IN ('history', 'overlap')),
    finding TEXT NOT NULL,
    PRIMARY KEY (kind, finding)
) STRICT, WITHOUT ROWID;
