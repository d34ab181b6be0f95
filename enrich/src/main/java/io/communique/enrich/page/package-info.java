/** From the bytes of a page to an article, or the reason why it is none. */
@NullMarked
package io.communique.enrich.page;

import org.jspecify.annotations.NullMarked;
