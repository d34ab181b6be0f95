/** How the line stands, seen from the brokers. */
@NullMarked
package io.communique.app.status;

import org.jspecify.annotations.NullMarked;
