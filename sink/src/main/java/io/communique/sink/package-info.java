/** Releases from the topic into a store, exactly once. */
@NullMarked
package io.communique.sink;

import org.jspecify.annotations.NullMarked;
