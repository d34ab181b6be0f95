/** What pages show, as values ready for templates: pure functions of records. */
@NullMarked
package io.communique.desk.view;

import org.jspecify.annotations.NullMarked;
