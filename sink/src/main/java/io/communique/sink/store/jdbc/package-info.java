/** The store over JDBC: what SQLite and PostgreSQL have in common, which is nearly all. */
@NullMarked
package io.communique.sink.store.jdbc;

import org.jspecify.annotations.NullMarked;
