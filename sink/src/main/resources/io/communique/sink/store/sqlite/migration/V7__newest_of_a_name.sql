-- The newest releases that name somebody or that measure something, without looking at all of them.
ALTER TABLE entity ADD COLUMN release_number INTEGER NOT NULL DEFAULT 0;
UPDATE entity SET release_number = (SELECT number FROM release WHERE id = entity.release_id);
DROP INDEX entity_by_name;
CREATE INDEX entity_by_name ON entity (type, name, release_number);

ALTER TABLE figure ADD COLUMN release_number INTEGER NOT NULL DEFAULT 0;
UPDATE figure SET release_number = (SELECT number FROM release WHERE id = figure.release_id);
DROP INDEX figure_by_unit;
CREATE INDEX figure_by_unit ON figure (kind, unit, release_number);
CREATE INDEX figure_by_about ON figure (about, release_number);
