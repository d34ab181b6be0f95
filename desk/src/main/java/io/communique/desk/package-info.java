/** The page that people who follow ministries keep open, its API and feeds. */
@NullMarked
package io.communique.desk;

import org.jspecify.annotations.NullMarked;
