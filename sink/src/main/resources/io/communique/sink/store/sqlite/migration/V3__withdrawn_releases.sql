-- A release is withdrawn or restored within its edition: the record that knows the later state is the one to keep. Milliseconds since 1970.
ALTER TABLE edition ADD COLUMN standing_since INTEGER NOT NULL DEFAULT 0;
ALTER TABLE release ADD COLUMN standing_since TEXT;
-- How the page was missing; empty unless it is withdrawn.
ALTER TABLE release ADD COLUMN withdrawn_as TEXT;
