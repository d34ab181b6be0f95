/** How fast the first stage watches, and how much it remembers in how little. */
@NullMarked
package io.communique.bench.watch;

import org.jspecify.annotations.NullMarked;
