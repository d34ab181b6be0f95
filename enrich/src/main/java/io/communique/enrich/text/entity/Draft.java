package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import java.util.Optional;

/**
 * A name as it was found in one place, before it is known which entity it belongs to.
 *
 * @param from first token of the name alone
 * @param to one past its last token
 * @param name what the entity is to be called if this is its fullest mention
 * @param key names of one type and key are one entity
 * @param country ISO 3166-1 alpha-2, as the text or a list says; empty if neither does
 * @param listed whether a list knows it as a country or a body
 */
record Draft(Entity.Type type, int from, int to, String name, String key, Optional<String> country, boolean listed) {}
