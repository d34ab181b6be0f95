/** Texts as the full-text index and its queries see them. */
@NullMarked
package io.communique.sink.store.text;

import org.jspecify.annotations.NullMarked;
