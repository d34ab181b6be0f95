-- An edition comes again once one of its files was read. How much of its files is read only grows; the fuller record is the one to keep.
ALTER TABLE edition ADD COLUMN files_read INTEGER NOT NULL DEFAULT 0;
