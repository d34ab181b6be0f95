/** Saved searches that tell somebody: each event once, in order, until it is taken. */
@NullMarked
package io.communique.desk.alert;

import org.jspecify.annotations.NullMarked;
