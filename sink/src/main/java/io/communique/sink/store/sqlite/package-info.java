/** The store in one SQLite file. */
@NullMarked
package io.communique.sink.store.sqlite;

import org.jspecify.annotations.NullMarked;
