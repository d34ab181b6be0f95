package io.communique.enrich.text.entity;

import java.util.Optional;

/**
 * A mention of a person.
 *
 * @param first number of the name's first word
 * @param end one past its last
 * @param key the name in full, by which mentions are one person's
 * @param role words of the office, as far as they stand together; empty if the text says none here
 * @param country ISO 3166-1 alpha-2 of which the person is said to be; empty if the text says none here
 */
record TitledPerson(int first, int end, String key, Optional<String> role, Optional<String> country) {}
