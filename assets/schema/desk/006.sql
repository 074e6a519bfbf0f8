-- A kiosk that is gone for good: it gets no programme, and its empty chairs are the desk's again.
ALTER TABLE kiosk ADD COLUMN retired_at INTEGER;
