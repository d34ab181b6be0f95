-- Every edition as it came, whole. Nothing here is ever deleted; the record of an edition gives way to a later one of the same edition.
CREATE TABLE edition (
    release_id     text        NOT NULL,
    edition        integer     NOT NULL CHECK (edition >= 1),
    -- In the order of commits: sinks take turns.
    sequence       bigint      NOT NULL UNIQUE,
    fetched_at     timestamptz NOT NULL,
    page_sha256    text        NOT NULL,
    enricher       text        NOT NULL,
    -- JSON, byte for byte as it came; cast it to look inside.
    record         text        NOT NULL,
    files_read     integer     NOT NULL,
    -- Milliseconds since 1970 of the last withdrawal or restoration; 0 if there was none.
    standing_since bigint      NOT NULL,
    -- How often the same bytes were read anew by later rules.
    readings       integer     NOT NULL,
    -- How many releases with the same text were known.
    twins          integer     NOT NULL,
    PRIMARY KEY (release_id, edition)
);

CREATE TABLE source (
    id        text PRIMARY KEY,
    publisher text,
    country   text
);

-- The current edition, column by column.
CREATE TABLE release (
    id                  text        PRIMARY KEY,
    -- In the order in which releases were first stored; never changes.
    number              bigint      NOT NULL UNIQUE,
    edition             integer     NOT NULL,
    state               text        NOT NULL,
    source              text        NOT NULL REFERENCES source (id),
    publisher           text,
    publisher_country   text,
    url                 text        NOT NULL,
    language            text,
    title               text,
    subtitle            text,
    -- As the page says it: a day, or a day and a time. Compared as bytes, whatever the database's language.
    published_at        text COLLATE "C",
    published_precision text,
    published_from      text        NOT NULL,
    first_seen_at       timestamptz NOT NULL,
    fetched_at          timestamptz NOT NULL,
    body                text        NOT NULL,
    standing_since      timestamptz,
    withdrawn_as        text,
    FOREIGN KEY (id, edition) REFERENCES edition (release_id, edition)
);

CREATE INDEX release_by_publication ON release (published_at);
CREATE INDEX release_by_source ON release (source, published_at);
CREATE INDEX release_by_country ON release (publisher_country, number);

CREATE TABLE entity (
    release_id text NOT NULL REFERENCES release (id),
    id         text NOT NULL,
    type       text NOT NULL,
    name       text NOT NULL,
    role       text,
    country    text,
    PRIMARY KEY (release_id, id)
);

-- Names have no limit, entries of an index do.
CREATE INDEX entity_by_name ON entity USING hash (name);

CREATE TABLE mention (
    release_id text    NOT NULL,
    entity_id  text    NOT NULL,
    start_at   integer NOT NULL,
    end_at     integer NOT NULL,
    text       text    NOT NULL,
    title      text,
    PRIMARY KEY (release_id, entity_id, start_at),
    FOREIGN KEY (release_id, entity_id) REFERENCES entity (release_id, id)
);

CREATE TABLE date_mention (
    release_id text    NOT NULL REFERENCES release (id),
    number     integer NOT NULL,
    text       text    NOT NULL,
    from_day   date    NOT NULL,
    to_day     date    NOT NULL,
    start_at   integer NOT NULL,
    end_at     integer NOT NULL,
    PRIMARY KEY (release_id, number)
);

CREATE TABLE figure (
    release_id  text    NOT NULL REFERENCES release (id),
    number      integer NOT NULL,
    text        text    NOT NULL,
    kind        text    NOT NULL,
    value       numeric,
    low         numeric,
    high        numeric,
    unit        text,
    approximate boolean NOT NULL,
    comparator  text,
    change      text,
    about       text,
    period_from date,
    period_to   date,
    start_at    integer NOT NULL,
    end_at      integer NOT NULL,
    PRIMARY KEY (release_id, number)
);

CREATE INDEX figure_by_value ON figure (kind, value);

CREATE TABLE attachment (
    release_id text    NOT NULL REFERENCES release (id),
    number     integer NOT NULL,
    name       text    NOT NULL,
    url        text,
    media_type text,
    extraction text    NOT NULL,
    text       text,
    PRIMARY KEY (release_id, number)
);

-- Releases with next to the same text; the other one may not be stored yet, or never.
CREATE TABLE twin (
    release_id text NOT NULL REFERENCES release (id),
    other_id   text NOT NULL,
    PRIMARY KEY (release_id, other_id)
);

-- The words of each release under its number; they are cut in Java, the same for every store.
CREATE TABLE release_text (
    number bigint   PRIMARY KEY REFERENCES release (number),
    words  tsvector NOT NULL
);

CREATE INDEX release_text_by_word ON release_text USING gin (words);

-- How far each partition is stored; written in the same transaction as the rows.
CREATE TABLE consumed (
    topic       text    NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint  NOT NULL,
    PRIMARY KEY (topic, partition)
);
