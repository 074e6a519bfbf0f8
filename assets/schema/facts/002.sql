-- The newest trusted row of an origin, however long its clock has not been trusted since.
CREATE INDEX fact_trusted ON fact (origin, seq) WHERE clock = 1;

CREATE TRIGGER refusal_has_a_known_reason BEFORE INSERT ON refusal
WHEN NEW.reason NOT IN ('not ours', 'damaged', 'not yet valid', 'expired', 'withdrawn', 'not expected', 'already in',
                        'wrong letters', 'wrong code', 'wrong pin', 'not invited', 'unknown person')
BEGIN SELECT raise(ABORT, 'no known reason of a refusal'); END;
