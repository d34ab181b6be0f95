/** How fast pages go through the line, and how long one takes. */
@NullMarked
package io.communique.bench.line;

import org.jspecify.annotations.NullMarked;
