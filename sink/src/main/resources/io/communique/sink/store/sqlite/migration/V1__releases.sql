-- Every edition as it came, whole. Nothing here is ever updated or deleted.
CREATE TABLE edition (
    sequence    INTEGER PRIMARY KEY AUTOINCREMENT,
    release_id  TEXT    NOT NULL,
    edition     INTEGER NOT NULL CHECK (edition >= 1),
    fetched_at  TEXT    NOT NULL,
    page_sha256 TEXT    NOT NULL,
    enricher    TEXT    NOT NULL,
    record      TEXT    NOT NULL,
    UNIQUE (release_id, edition)
) STRICT;

-- The current edition, column by column.
CREATE TABLE release (
    id                  TEXT PRIMARY KEY,
    edition             INTEGER NOT NULL,
    state               TEXT    NOT NULL,
    source              TEXT    NOT NULL,
    publisher           TEXT,
    publisher_country   TEXT,
    url                 TEXT    NOT NULL,
    language            TEXT,
    title               TEXT,
    subtitle            TEXT,
    published_at        TEXT,
    published_precision TEXT,
    published_from      TEXT    NOT NULL,
    first_seen_at       TEXT    NOT NULL,
    fetched_at          TEXT    NOT NULL,
    body                TEXT    NOT NULL,
    FOREIGN KEY (id, edition) REFERENCES edition (release_id, edition)
) STRICT;

CREATE INDEX release_by_publication ON release (published_at);
CREATE INDEX release_by_source ON release (source, published_at);

CREATE TABLE entity (
    release_id TEXT NOT NULL REFERENCES release (id),
    id         TEXT NOT NULL,
    type       TEXT NOT NULL,
    name       TEXT NOT NULL,
    role       TEXT,
    country    TEXT,
    PRIMARY KEY (release_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX entity_by_name ON entity (type, name);

CREATE TABLE mention (
    release_id TEXT    NOT NULL,
    entity_id  TEXT    NOT NULL,
    start_at   INTEGER NOT NULL,
    end_at     INTEGER NOT NULL,
    text       TEXT    NOT NULL,
    title      TEXT,
    PRIMARY KEY (release_id, entity_id, start_at),
    FOREIGN KEY (release_id, entity_id) REFERENCES entity (release_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE date_mention (
    release_id TEXT    NOT NULL REFERENCES release (id),
    number     INTEGER NOT NULL,
    text       TEXT    NOT NULL,
    from_day   TEXT    NOT NULL,
    to_day     TEXT    NOT NULL,
    start_at   INTEGER NOT NULL,
    end_at     INTEGER NOT NULL,
    PRIMARY KEY (release_id, number)
) STRICT, WITHOUT ROWID;

-- Numbers are kept as written in full, as text: SQLite's REAL would round them.
CREATE TABLE figure (
    release_id  TEXT    NOT NULL REFERENCES release (id),
    number      INTEGER NOT NULL,
    text        TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    value       TEXT,
    low         TEXT,
    high        TEXT,
    unit        TEXT,
    approximate INTEGER NOT NULL,
    comparator  TEXT,
    change      TEXT,
    about       TEXT,
    period_from TEXT,
    period_to   TEXT,
    start_at    INTEGER NOT NULL,
    end_at      INTEGER NOT NULL,
    PRIMARY KEY (release_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
    release_id TEXT    NOT NULL REFERENCES release (id),
    number     INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    url        TEXT,
    media_type TEXT,
    extraction TEXT    NOT NULL,
    text       TEXT,
    PRIMARY KEY (release_id, number)
) STRICT, WITHOUT ROWID;

-- How far each partition is stored; written in the same transaction as the rows.
CREATE TABLE consumed (
    topic          TEXT    NOT NULL,
    partition      INTEGER NOT NULL,
    next_offset    INTEGER NOT NULL,
    PRIMARY KEY (topic, partition)
) STRICT, WITHOUT ROWID;
