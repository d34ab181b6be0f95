/** What pages say that are no release; ingest and enrich ask the same words. */
@NullMarked
package io.communique.contract.telltale;

import org.jspecify.annotations.NullMarked;
