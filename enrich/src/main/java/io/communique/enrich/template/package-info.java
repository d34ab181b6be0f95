/** What the pages of one host have in common: blocks that repeat across them are furniture, which no single page can tell. */
@NullMarked
package io.communique.enrich.template;

import org.jspecify.annotations.NullMarked;
