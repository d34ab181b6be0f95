/** Dead letters as an operator deals with them: each is open until it is retried or dropped. */
@NullMarked
package io.communique.app.letters;

import org.jspecify.annotations.NullMarked;
