-- The newest releases that name somebody or that measure something, without looking at all of them.
ALTER TABLE entity ADD COLUMN release_number bigint;
UPDATE entity SET release_number = release.number FROM release WHERE release.id = entity.release_id;
ALTER TABLE entity ALTER COLUMN release_number SET NOT NULL;
DROP INDEX entity_by_name;
-- Names have no limit, entries of an index do: so it has their hashes.
CREATE INDEX entity_by_name ON entity (type, md5(name), release_number);

ALTER TABLE figure ADD COLUMN release_number bigint;
UPDATE figure SET release_number = release.number FROM release WHERE release.id = figure.release_id;
ALTER TABLE figure ALTER COLUMN release_number SET NOT NULL;
CREATE INDEX figure_by_unit ON figure (kind, md5(unit), release_number);
CREATE INDEX figure_by_about ON figure (md5(about), release_number);
