/** A Kafka broker inside this JVM, behind one small interface. */
@NullMarked
package io.communique.app.broker;

import org.jspecify.annotations.NullMarked;
