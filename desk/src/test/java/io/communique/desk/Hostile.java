package io.communique.desk;

import io.communique.contract.release.Attachment;
import io.communique.contract.release.Block;
import io.communique.contract.release.Entity;
import io.communique.contract.release.Mention;
import io.communique.contract.release.Publisher;
import io.communique.contract.release.Release;
import io.communique.sink.store.Releases;
import java.util.List;
import java.util.Optional;

/** Releases of somebody who wants the reader's browser. */
public final class Hostile {
    /** What must never be markup. */
    public static final String MARKUP =
            "<img src=x onerror=\"document.title='broken in'\"><script>document.title='broken in'</script>";

    private Hostile() {}

    /** A release with markup wherever a page's words go, and addresses that are none. */
    public static Release release(String id) {
        Release plain = Releases.release(id, 1);
        String body = MARKUP + " spent nothing.";
        return new Release(
                plain.schema(),
                plain.id(),
                plain.edition(),
                plain.state(),
                plain.source(),
                Optional.of(new Publisher(MARKUP, Optional.of("NO"))),
                plain.url(),
                plain.language(),
                Optional.of("=" + MARKUP),
                Optional.of("'\"><b>" + MARKUP),
                plain.published(),
                plain.fetchedAt(),
                plain.firstSeenAt(),
                body,
                List.of(new Block(Block.Kind.PARAGRAPH, Optional.of("\"><b>"), 1, 0, body.length())),
                List.of(new Entity(
                        "p1",
                        Entity.Type.PERSON,
                        MARKUP,
                        Optional.of(MARKUP),
                        Optional.empty(),
                        List.of(new Mention(0, MARKUP.length(), MARKUP, Optional.of(MARKUP))))),
                List.of(),
                List.of(),
                List.of(new Attachment(
                        Optional.of("javascript:document.title='broken in'"),
                        MARKUP,
                        Optional.empty(),
                        Attachment.Extraction.NOT_FETCHED,
                        Optional.empty())),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of("ports:\"><script>"),
                List.of(),
                plain.provenance());
    }
}
