/** What operators do to the running line, whether by a command or on the desk. */
@NullMarked
package io.communique.app.operate;

import org.jspecify.annotations.NullMarked;
