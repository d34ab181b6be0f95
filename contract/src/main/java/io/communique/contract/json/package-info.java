/** How records are written as JSON and read back. */
@NullMarked
package io.communique.contract.json;

import org.jspecify.annotations.NullMarked;
