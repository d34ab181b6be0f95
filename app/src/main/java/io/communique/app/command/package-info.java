/** The subcommands: options, and what they call. */
@NullMarked
package io.communique.app.command;

import org.jspecify.annotations.NullMarked;
