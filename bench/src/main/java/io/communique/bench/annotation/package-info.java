/** Annotation beside the specifications that other libraries publish. */
@NullMarked
package io.communique.bench.annotation;

import org.jspecify.annotations.NullMarked;
