/** What a page costs: beside the parse that nothing can do without, and as pages grow. */
@NullMarked
package io.communique.bench.speed;

import org.jspecify.annotations.NullMarked;
