-- Whose a visit was is told by its check-out as well: where a disk was put back, the check-in may never come.
DROP VIEW visitor;
CREATE VIEW visitor AS
    SELECT origin, seq, person FROM check_in
    UNION ALL SELECT visit_origin, visit_seq, person FROM check_out
    UNION ALL SELECT origin, seq, json_extract(fields, '$.person') FROM conflict WHERE kind = 'check_in'
    UNION ALL SELECT json_extract(fields, '$.visit_origin'), json_extract(fields, '$.visit_seq'), json_extract(fields, '$.person')
        FROM conflict WHERE kind = 'check_out';
