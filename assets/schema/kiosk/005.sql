-- Who may tell this kiosk that the desk's keys have changed, and the number of the last time it was told so.
ALTER TABLE setup ADD COLUMN recovery_key BLOB CHECK (length(recovery_key) = 32);
ALTER TABLE setup ADD COLUMN keys_followed INTEGER NOT NULL DEFAULT 0;
