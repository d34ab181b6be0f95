/** The body as paragraphs, headings, list items, table rows, notes. */
@NullMarked
package io.communique.enrich.structure;

import org.jspecify.annotations.NullMarked;
