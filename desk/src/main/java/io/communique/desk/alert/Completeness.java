package io.communique.desk.alert;

import io.communique.contract.status.SourceStatus;
import io.communique.desk.Operations;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether an alert's search can be trusted to have found everything. */
final class Completeness {
    private static final Logger log = LoggerFactory.getLogger(Completeness.class);

    private static final int NAMED_MAX = 20;

    private final Operations operations;

    Completeness(Operations operations) {
        this.operations = operations;
    }

    /** Returns sources that are not complete now; empty if that could not be asked. A search of some sources is as complete as those; one of all, as all are. */
    Optional<List<SourceStatus>> lacking(Alert alert) {
        List<String> sources = alert.asked().all("source");
        try {
            return Optional.of(operations.sources().stream()
                    .filter(status -> status.state() != SourceStatus.State.COMPLETE)
                    .filter(status -> sources.isEmpty() || sources.contains(status.source()))
                    .limit(NAMED_MAX)
                    .toList());
        } catch (Operations.UnavailableException e) {
            log.atDebug().setCause(e).addKeyValue("alert", alert.id()).log("sources could not be asked for");
            return Optional.empty();
        }
    }
}
