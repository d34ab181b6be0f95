package io.communique.enrich.text.date;

/** Whether a sentence tells or announces. */
enum Tense {
    PAST,
    /** "Since December": whatever the sentence tells, that is over. */
    ELAPSED,
    FUTURE,
    UNKNOWN
}
