/** A small ministry site of our own, served on loopback, for demonstrations and tests. */
@NullMarked
package io.communique.app.demo;

import org.jspecify.annotations.NullMarked;
