/** What an answer is, where it is no page: a barrier, a missing page, a placeholder, a way on. Pure. */
@NullMarked
package io.communique.ingest.answer;

import org.jspecify.annotations.NullMarked;
