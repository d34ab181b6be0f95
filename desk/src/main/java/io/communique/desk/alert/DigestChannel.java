package io.communique.desk.alert;

import io.communique.sink.store.ReleaseQueries;
import io.communique.sink.store.StoredEdition;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Mails all that was stored since the last time, every hour or every day; nothing if nothing was. What does not fit in one message follows in the next.
 * After a crash at most the last message is sent once more, with the same Message-ID.
 */
final class DigestChannel implements Channel {
    private static final int EDITIONS = 100;

    private final AlertBook book;
    private final Postman postman;
    private final ReleaseQueries store;
    private final Completeness completeness;
    private final MailRules rules;
    private final Clock clock;
    private final Digest digest;

    DigestChannel(
            AlertBook book,
            Postman postman,
            ReleaseQueries store,
            Completeness completeness,
            MailRules rules,
            Clock clock) {
        this.book = book;
        this.postman = postman;
        this.store = store;
        this.completeness = completeness;
        this.rules = rules;
        this.clock = clock;
        this.digest = new Digest(rules);
    }

    @Override
    public Progress tell(AlertBook.Entry entry, long last) {
        Alert alert = entry.alert();
        Progress before = entry.progress();
        Instant since = before.looked().orElse(alert.created());
        Instant until = alert.every().orElseThrow().last(clock.instant(), rules.at(), rules.zone());
        if (!until.isAfter(since)) {
            return before;
        }
        List<StoredEdition> found = store.changedAfter(alert.asked().query(), before.sequence(), EDITIONS);
        List<StoredEdition> fresh = found.stream()
                .filter(edition -> !before.recent().contains(Message.event(alert, edition.release())))
                .toList();
        boolean isAll = found.size() < EDITIONS;
        long reached = found.isEmpty() ? last : found.get(found.size() - 1).sequence();
        reached = isAll ? Math.max(reached, last) : reached;
        Progress progress = fresh.isEmpty() ? before.passed(reached) : sent(alert, before, fresh, since, reached);
        if (isAll && progress.failures() == 0) {
            progress = progress.looked(until);
        }
        book.progress(alert.id(), progress);
        return progress;
    }

    private Progress sent(Alert alert, Progress progress, List<StoredEdition> editions, Instant since, long reached) {
        try {
            postman.send(digest.mail(alert, editions, since, completeness.lacking(alert)));
            return progress.told(
                    editions.stream()
                            .map(edition -> Message.event(alert, edition.release()))
                            .toList(),
                    reached,
                    clock.instant());
        } catch (IOException e) {
            return progress.failed(String.valueOf(e.getMessage()));
        }
    }
}
