/** What a text names: entities, dates, figures. */
@NullMarked
package io.communique.enrich.text;

import org.jspecify.annotations.NullMarked;
