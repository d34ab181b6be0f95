/** What makes a new edition of a release, and what changed. */
@NullMarked
package io.communique.enrich.edition;

import org.jspecify.annotations.NullMarked;
