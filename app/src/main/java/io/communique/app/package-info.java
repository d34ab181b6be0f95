/** The communique command. */
@NullMarked
package io.communique.app;

import org.jspecify.annotations.NullMarked;
