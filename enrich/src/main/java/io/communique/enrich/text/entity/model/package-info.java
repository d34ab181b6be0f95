/** The trained name model: words to word pieces, an encoder that labels them, and the most likely names. */
@NullMarked
package io.communique.enrich.text.entity.model;

import org.jspecify.annotations.NullMarked;
