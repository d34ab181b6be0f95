/** What measures the pipeline and trains its models; no part of the product. */
@NullMarked
package io.communique.bench;

import org.jspecify.annotations.NullMarked;
