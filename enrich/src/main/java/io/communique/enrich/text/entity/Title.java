package io.communique.enrich.text.entity;

import java.util.Optional;

/**
 * An office or rank in a text.
 *
 * @param from first token
 * @param to one past the last token, the country that it is of among them
 * @param text its words, without the country
 * @param head the word that says what it is, in lower case: "minister"
 * @param country ISO 3166-1 alpha-2; empty if the title names none
 * @param qualified whether more than rank words belongs to it, so that a comma may stand before the name
 */
record Title(int from, int to, String text, String head, Optional<String> country, boolean qualified) {}
