/** Which language a text is in. */
@NullMarked
package io.communique.enrich.language;

import org.jspecify.annotations.NullMarked;
