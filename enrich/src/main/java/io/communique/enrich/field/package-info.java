/** Title, publication date, attachments, links. */
@NullMarked
package io.communique.enrich.field;

import org.jspecify.annotations.NullMarked;
