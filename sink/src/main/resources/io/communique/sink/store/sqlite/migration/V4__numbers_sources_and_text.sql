-- Releases are numbered in the order in which they were first stored, so that a reader can go through them while new ones come.
ALTER TABLE release ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
UPDATE release SET number = ranked.number
FROM (SELECT release_id, row_number() OVER (ORDER BY min(sequence)) AS number FROM edition GROUP BY release_id) AS ranked
WHERE ranked.release_id = release.id;
CREATE UNIQUE INDEX release_by_number ON release (number);

-- How often the bytes of an edition were read anew by later rules: the last reading is the one to keep.
ALTER TABLE edition ADD COLUMN readings INTEGER NOT NULL DEFAULT 0;

-- How many releases with the same text were known.
ALTER TABLE edition ADD COLUMN twins INTEGER NOT NULL DEFAULT 0;

-- Releases with next to the same text; the other one may not be stored yet, or never.
CREATE TABLE twin (
    release_id TEXT NOT NULL REFERENCES release (id),
    other_id   TEXT NOT NULL,
    PRIMARY KEY (release_id, other_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
    id        TEXT PRIMARY KEY,
    publisher TEXT,
    country   TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO source (id, publisher, country) SELECT source, max(publisher), max(publisher_country) FROM release GROUP BY source;

CREATE INDEX release_by_country ON release (publisher_country, number);
CREATE INDEX figure_by_unit ON figure (kind, unit);

-- The words of each release under its number; the texts themselves are not kept twice.
CREATE VIRTUAL TABLE release_text USING fts5 (title, body, content = '', contentless_delete = 1, tokenize = 'unicode61');
