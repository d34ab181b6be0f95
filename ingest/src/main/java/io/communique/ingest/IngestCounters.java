package io.communique.ingest;

/**
 * What the stage did since it began, in visits. At rest {@code visits = listings + published + unchanged + moved + missing +
 * tooLarge + refused + failed}; visits that robots.txt forbids make no request and count as refused. A page and the frame with its text are one visit.
 *
 * @param visits addresses that were due and were dealt with
 * @param listings lists and feeds read, changed or not
 * @param published pages and attached files put on the topic
 * @param unchanged pages and files that had the bytes of the visit before
 * @param moved pages and files that led to another host, where its own owner asks for them
 * @param missing pages and files that were not there, whatever the status that said so; evidence of it goes out once there is enough
 * @param tooLarge pages set aside for their size
 * @param refused addresses that the site, its robots.txt or our own guard kept us from
 * @param failed addresses without a usable answer
 */
public record IngestCounters(
        long visits,
        long listings,
        long published,
        long unchanged,
        long moved,
        long missing,
        long tooLarge,
        long refused,
        long failed) {}
