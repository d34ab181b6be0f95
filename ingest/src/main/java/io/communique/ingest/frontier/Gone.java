package io.communique.ingest.frontier;

import io.communique.contract.frontier.Absence;
import io.communique.ingest.fetch.FetchOutcome;
import java.net.URI;
import java.util.Optional;

/**
 * A visit that saw a page missing.
 *
 * @param kind how that showed
 * @param status of the answer
 * @param finalUrl that it came from, or that it led to
 * @param body that was sent in the page's place; empty if none was read
 */
record Gone(Absence.Kind kind, int status, URI finalUrl, Optional<FetchOutcome.Fetched> body) {}
