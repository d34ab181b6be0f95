/** List pages to candidates, by selectors or learned from repetition; pure. */
@NullMarked
package io.communique.ingest.listing;

import org.jspecify.annotations.NullMarked;
