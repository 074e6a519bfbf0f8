-- What somebody typed wrongly goes with their name, also where the name went before.
DELETE FROM tries WHERE subject LIKE '%:%'
    AND CAST(substr(subject, instr(subject, ':') + 1) AS INTEGER) NOT IN (SELECT person FROM person);
