-- What the admin's pages count by day, and what a clock marked that was not to be trusted.
CREATE INDEX fact_by_time ON fact (at);
CREATE INDEX fact_doubted ON fact (at) WHERE clock = 0;

CREATE TRIGGER correction_stays BEFORE DELETE ON correction BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
