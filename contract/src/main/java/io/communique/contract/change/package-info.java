/** What happened to a release: published, revised, withdrawn, restored. */
@NullMarked
package io.communique.contract.change;

import org.jspecify.annotations.NullMarked;
