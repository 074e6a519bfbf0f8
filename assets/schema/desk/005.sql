-- The public half of the recovery key; the secret one is on paper alone. Desks that began before there were any have none.
ALTER TABLE desk ADD COLUMN recovery_key BLOB CHECK (length(recovery_key) = 32);

-- What the kiosks are told each time that the desk's keys have changed.
CREATE TABLE key_statement (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    signing_key BLOB NOT NULL CHECK (length(signing_key) = 32), recipient TEXT NOT NULL,
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;
