/** How fast releases are stored and found. */
@NullMarked
package io.communique.bench.store;

import org.jspecify.annotations.NullMarked;
