package io.communique.ingest.health;

import java.net.URI;
import java.time.Instant;

/**
 * Why a list could not be used.
 *
 * @param list its address
 * @param reason a fixed word, or a few words
 * @param since when it was so first, without a good reading in between
 * @param times visits in a row
 * @param partly whether its first pages were read, and only a further one was not
 * @param refused whether the site, or its robots.txt, does not want us there
 */
public record ListTrouble(URI list, String reason, Instant since, int times, boolean partly, boolean refused) {}
