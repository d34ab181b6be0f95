/** Topics read once, for commands that answer a question and end. */
@NullMarked
package io.communique.app.topic;

import org.jspecify.annotations.NullMarked;
