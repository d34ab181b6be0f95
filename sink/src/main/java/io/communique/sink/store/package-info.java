/** What a store of releases promises. */
@NullMarked
package io.communique.sink.store;

import org.jspecify.annotations.NullMarked;
