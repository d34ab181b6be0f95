/** Main-text extraction measured against labelled pages, ours beside its peers. */
@NullMarked
package io.communique.bench.extraction;

import org.jspecify.annotations.NullMarked;
