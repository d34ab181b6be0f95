/** The store in PostgreSQL. */
@NullMarked
package io.communique.sink.store.postgres;

import org.jspecify.annotations.NullMarked;
