package io.communique.enrich.charset;

import java.nio.charset.Charset;

/**
 * Characters of a page.
 *
 * @param text without a byte order mark
 * @param charset they were read in
 * @param replaced share of characters that stand for bytes which the encoding does not know, 0 to 1
 */
public record Decoded(String text, Charset charset, double replaced) {}
