/** Stored releases as files for other programs. */
@NullMarked
package io.communique.sink.export;

import org.jspecify.annotations.NullMarked;
