/** Persons, organisations, places, events. */
@NullMarked
package io.communique.enrich.text.entity;

import org.jspecify.annotations.NullMarked;
