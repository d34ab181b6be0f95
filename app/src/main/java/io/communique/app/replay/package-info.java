/** Pages of before given to enrich once more, beside live ones. */
@NullMarked
package io.communique.app.replay;

import org.jspecify.annotations.NullMarked;
