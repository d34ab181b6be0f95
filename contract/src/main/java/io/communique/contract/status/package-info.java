/** What is known of a source: when it was read, whether it is complete, and why not. */
@NullMarked
package io.communique.contract.status;

import org.jspecify.annotations.NullMarked;
