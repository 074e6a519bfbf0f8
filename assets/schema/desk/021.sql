-- The desk has never asked for an origin's newest trusted row.
DROP INDEX fact_trusted;
