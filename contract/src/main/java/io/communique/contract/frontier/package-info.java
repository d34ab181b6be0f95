/** What ingest remembers of an address between visits. */
@NullMarked
package io.communique.contract.frontier;

import org.jspecify.annotations.NullMarked;
