package io.communique.app.status;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a stage has come.
 *
 * @param stage its name
 * @param members how many consumers share its work now: threads of enrich, processes of the others; 0 if it is not running
 * @param backlog what it has still to read; empty if it reads no topic of others
 */
public record StageStatus(String stage, int members, Optional<Backlog> backlog) {
    /**
     * What a stage has still to read.
     *
     * @param waiting records, at least 0; marks of transactions may be counted among them while others wait
     * @param inPerSecond records written while it was looked at
     * @param outPerSecond records settled meanwhile
     * @param oldest when the oldest waiting record was written; empty if none waits
     */
    public record Backlog(long waiting, double inPerSecond, double outPerSecond, Optional<Instant> oldest) {}
}
