package io.communique.contract.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.communique.contract.page.RawPage;
import io.communique.contract.release.Release;
import io.communique.contract.release.Standing;
import io.communique.contract.release.Withdrawal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that happened to a release.
 *
 * @param schema always {@value #SCHEMA}
 * @param release id of the release; the record's key
 * @param edition the edition that the release has since
 * @param kind what happened
 * @param significance how much a revision matters; empty exactly if {@code kind} is no revision
 * @param at when the bytes that showed it arrived
 * @param source id of the source
 * @param url canonical address of the release
 * @param title of the present edition; empty if it has none
 * @param text what was reworded, in the order of the text; empty unless revised
 * @param figures numbers that came, went or changed; empty unless revised
 * @param entities persons, organisations, places and events that came, went or have another role; empty unless revised
 * @param published the publication date, if it differs; empty unless revised
 * @param evidence why it counts as withdrawn; empty exactly if {@code kind} is another
 */
public record Change(
        String schema,
        String release,
        int edition,
        Kind kind,
        Optional<Significance> significance,
        Instant at,
        String source,
        URI url,
        Optional<String> title,
        List<TextChange> text,
        List<FigureChange> figures,
        List<EntityChange> entities,
        Optional<DateChange> published,
        Optional<Withdrawal> evidence) {
    /** Name and version of this record's form. */
    public static final String SCHEMA = "change/1";

    public Change {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("schema must be " + SCHEMA + ": " + schema);
        }
        if (release.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("a change names a release and a source");
        }
        if (edition < 1) {
            throw new IllegalArgumentException("edition must be at least 1: " + edition);
        }
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(title, "title");
        RawPage.requireCanonical(url);
        if (significance.isPresent() != (kind == Kind.REVISED)) {
            throw new IllegalArgumentException("a revision is minor or major, nothing else is: " + kind);
        }
        text = List.copyOf(text);
        figures = List.copyOf(figures);
        // Changes written before there were these have no such member.
        entities = entities == null ? List.of() : List.copyOf(entities);
        Objects.requireNonNull(published, "published");
        if (evidence.isPresent() && kind != Kind.WITHDRAWN) {
            throw new IllegalArgumentException("only a withdrawal has evidence: " + kind);
        }
    }

    /** Makes a change that is no revision: the first edition, a withdrawal, a restoration. */
    public static Change of(Kind kind, Release release, Instant at) {
        return new Change(
                SCHEMA,
                release.id(),
                release.edition(),
                kind,
                Optional.empty(),
                at,
                release.source(),
                release.url(),
                release.title(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                release.standing().flatMap(Standing::evidence));
    }

    /** What happened, in GOV.UK's words where it has them. */
    public enum Kind {
        @JsonProperty("published")
        PUBLISHED,
        @JsonProperty("revised")
        REVISED,
        @JsonProperty("withdrawn")
        WITHDRAWN,
        @JsonProperty("restored")
        RESTORED
    }

    /** How much a revision matters to a reader. */
    public enum Significance {
        /** A correction of form: nobody needs to be told. */
        @JsonProperty("minor")
        MINOR,
        /** It says something else now. */
        @JsonProperty("major")
        MAJOR
    }
}
