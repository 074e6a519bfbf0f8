-- Here while names or words were emptied that the file's spare pages or its log may still hold: also over a power cut.
CREATE TABLE sweep_owed (only_row INTEGER PRIMARY KEY CHECK (only_row = 1)) STRICT;
INSERT INTO sweep_owed SELECT 1 FROM erased LIMIT 1;
