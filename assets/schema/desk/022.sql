-- For which of a kiosk's histories a publication's chairs were decided, where it is known to have any: no other one applies them.
CREATE TABLE published_for (
    desk TEXT NOT NULL,
    serial INTEGER NOT NULL,
    kiosk TEXT NOT NULL,
    origin TEXT NOT NULL,
    PRIMARY KEY (desk, serial, kiosk, origin)
) STRICT, WITHOUT ROWID;
