/** A page as it was fetched: the exact bytes, and the facts about the fetch. */
@NullMarked
package io.communique.contract.page;

import org.jspecify.annotations.NullMarked;
