package io.communique.enrich.text.date;

/** Whether a sentence tells or announces. */
enum Tense {
    PAST,
    FUTURE,
    UNKNOWN
}
