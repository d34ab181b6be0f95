/** Dates and periods, resolved against the narrative. */
@NullMarked
package io.communique.enrich.text.date;

import org.jspecify.annotations.NullMarked;
