/** From the bytes of an attached file to its text, within limits; whatever a file holds, there is an answer. */
@NullMarked
package io.communique.enrich.attachment;

import org.jspecify.annotations.NullMarked;
