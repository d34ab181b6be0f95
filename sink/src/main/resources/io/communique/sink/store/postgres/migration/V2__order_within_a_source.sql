-- The newest of one source, without sorting all of them.
CREATE INDEX release_by_source_number ON release (source, number);
