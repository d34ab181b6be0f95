package io.communique.desk.alert;

import io.communique.sink.store.ReleaseQueries;
import io.communique.sink.store.StoredEdition;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Posts each edition at once, in the order in which they were stored. What was taken (an answer of 200 to 299) is written down before the next is sent,
 * so after a crash at most the last one is sent once more, with the same id.
 */
final class WebhookChannel implements Channel {
    private static final int EDITIONS = 20;

    private final AlertBook book;
    private final Courier courier;
    private final ReleaseQueries store;
    private final Completeness completeness;
    private final Clock clock;

    WebhookChannel(AlertBook book, Courier courier, ReleaseQueries store, Completeness completeness, Clock clock) {
        this.book = book;
        this.courier = courier;
        this.store = store;
        this.completeness = completeness;
        this.clock = clock;
    }

    @Override
    public Progress tell(AlertBook.Entry entry, long last) {
        Alert alert = entry.alert();
        Progress progress = entry.progress();
        if (progress.sequence() >= last) {
            return progress;
        }
        List<StoredEdition> editions = store.changedAfter(alert.asked().query(), progress.sequence(), EDITIONS);
        for (StoredEdition edition : editions) {
            String event = Message.event(alert, edition.release());
            if (progress.recent().contains(event)) {
                progress = progress.passed(edition.sequence());
            } else {
                progress = sent(alert, progress, event, edition);
                book.progress(alert.id(), progress);
                if (progress.failures() > 0) {
                    return progress;
                }
            }
        }
        if (editions.size() < EDITIONS) {
            progress = progress.passed(last);
        }
        book.progress(alert.id(), progress);
        return progress;
    }

    private Progress sent(Alert alert, Progress progress, String event, StoredEdition edition) {
        try {
            byte[] body = Message.body(alert, edition.release(), completeness.lacking(alert));
            int status = courier.post(
                    alert.to(),
                    Map.of(
                            "Content-Type",
                            "application/json",
                            "Communique-Event",
                            event,
                            "Communique-Signature",
                            Message.signature(alert, body, clock.instant())),
                    body);
            return status / 100 == 2
                    ? progress.told(event, edition.sequence(), clock.instant())
                    : progress.failed("it answered " + status);
        } catch (IOException e) {
            return progress.failed(String.valueOf(e.getMessage()));
        }
    }
}
