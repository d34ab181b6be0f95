/** What an address asks for. */
@NullMarked
package io.communique.desk.query;

import org.jspecify.annotations.NullMarked;
