/** HTTP: pages, API, feeds, live streams, and who may do what. */
@NullMarked
package io.communique.desk.web;

import org.jspecify.annotations.NullMarked;
