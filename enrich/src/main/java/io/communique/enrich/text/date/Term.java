package io.communique.enrich.text.date;

/**
 * What a word can mean in a date.
 *
 * @param value of a number, month, weekday (1 is Monday), step in time; 0 where the kind has none
 */
record Term(Kind kind, int value) {
    enum Kind {
        MONTH,
        WEEKDAY,
        /** {@link Unit#size()} is the value. */
        UNIT,
        CARDINAL,
        ORDINAL,
        /** 1 is spring. */
        SEASON,
        /** "Yesterday": days from the publication are the value. */
        DAY_WORD,
        THIS,
        LAST,
        NEXT,
        SAME,
        THAT,
        PAST,
        COMING,
        ARTICLE,
        OF,
        ON,
        /** Other prepositions that stand before a time: in, since, until, by. */
        PREPOSITION,
        FROM,
        TO,
        BETWEEN,
        AND,
        AGO,
        LATER,
        EARLIER,
        IN_FUTURE,
        EARLY,
        MID,
        LATE,
        HALF,
        QUARTER_SIGN,
        HALF_SIGN,
        /** "W/c 3 May". */
        WEEK_SIGN,
        FISCAL,
        /** "The sixties": the first year of the century is the value. */
        DECADE,
        /** "Vorjahr": {@link Unit#size()} is the value. */
        UNIT_BEFORE,
        /** "Vorjahresmonat": the part of the year before that the text told of. */
        SAME_YEAR_BEFORE,
        DAY_PART,
        /** "The rest of the year". */
        REST,
        /** A word that names of feasts begin with. */
        FEAST,
        ERA,
        EVERY,
        /** A word for some number of things: "about 2000", "page 2000". */
        COUNTING,
        /** "20 percent", "2000 people". */
        COUNTED,
        /** "Vision 2030": the number is part of the name. */
        NAMING,
        FUTURE,
        PERFECT
    }
}
