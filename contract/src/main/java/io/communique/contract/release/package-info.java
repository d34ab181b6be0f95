/** A press release as subscribers read it: clean text and what is in it. */
@NullMarked
package io.communique.contract.release;

import org.jspecify.annotations.NullMarked;
