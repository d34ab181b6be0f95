/**
 * How a page names and addresses its files. Both sides of the topic must read that alike: ingest asks for a file, enrich lists it, and the
 * text of the one finds its way to the other by the address.
 */
@NullMarked
package io.communique.contract.file;

import org.jspecify.annotations.NullMarked;
