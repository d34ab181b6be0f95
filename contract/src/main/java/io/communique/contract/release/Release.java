package io.communique.contract.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.communique.contract.page.RawPage;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One press release, as of one edition; a value, never changed in place.
 *
 * <p>All offsets are UTF-16 code units into {@code body}; the constructor checks that the body reads there what each part claims.
 *
 * @param schema always {@value #SCHEMA}
 * @param id source id, a colon, and the site's own id or a hash of the canonical address; the record's key
 * @param edition from 1; grows when title, text, date or attachments change, never when only navigation or markup does
 * @param state published, or withdrawn; nothing is ever deleted
 * @param source id of the source
 * @param publisher empty if the source's publisher is not known
 * @param url where a person finds it: the address that was asked for, which works even where the canonical form does not
 * @param language BCP 47 tag of the body's language; empty where detection was not sure
 * @param title plain text; empty if the page names none
 * @param subtitle plain text; empty if there is none
 * @param published when it appeared, by the publisher's own word
 * @param fetchedAt when the bytes of this edition arrived
 * @param firstSeenAt when the bytes of the first edition arrived
 * @param body plain text, paragraphs parted by one blank line; may be empty where the release is a file or a picture
 * @param blocks the parts of the body, in order
 * @param entities persons, organisations, places, events
 * @param dates in the order of the text
 * @param figures in the order of the text
 * @param attachments in the order of the page
 * @param links inside the body, in order
 * @param department the unit that the page names as responsible; empty if it names none
 * @param contact whom to ask, as the page writes it, line by line: names, telephones, addresses; personal data, and never part of the
 *     body; empty if there is none
 * @param licence the sentence that says how the text may be used, or its name or address; empty if there is none
 * @param images in the order of the page
 * @param standing when it was last withdrawn or restored, and by what evidence; empty if it never was
 * @param sameAs ids of releases with next to the same text, on another board or site or as a correction, ascending: found by their text,
 *     linked and never merged. A link that is found later comes with the same edition again
 * @param translations where the publisher says that this release is in other languages
 * @param provenance what this was made from
 */
public record Release(
        String schema,
        String id,
        int edition,
        State state,
        String source,
        Optional<Publisher> publisher,
        URI url,
        Optional<String> language,
        Optional<String> title,
        Optional<String> subtitle,
        Published published,
        Instant fetchedAt,
        Instant firstSeenAt,
        String body,
        List<Block> blocks,
        List<Entity> entities,
        List<DateMention> dates,
        List<Figure> figures,
        List<Attachment> attachments,
        List<Link> links,
        Optional<String> department,
        Optional<String> contact,
        Optional<String> licence,
        List<Image> images,
        Optional<Standing> standing,
        List<String> sameAs,
        List<Translation> translations,
        Provenance provenance) {
    /** Name and version of this record's form. */
    public static final String SCHEMA = "release/1";

    public Release {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("schema must be " + SCHEMA + ": " + schema);
        }
        if (source.isBlank() || !id.startsWith(source + ":") || id.length() == source.length() + 1) {
            throw new IllegalArgumentException("id must be the source, a colon and something: " + id);
        }
        if (edition < 1) {
            throw new IllegalArgumentException("edition must be at least 1: " + edition);
        }
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(publisher, "publisher");
        RawPage.requireCanonical(url);
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(subtitle, "subtitle");
        Objects.requireNonNull(published, "published");
        Objects.requireNonNull(fetchedAt, "fetchedAt");
        Objects.requireNonNull(firstSeenAt, "firstSeenAt");
        Objects.requireNonNull(standing, "standing");
        if (standing.flatMap(Standing::evidence).isPresent() && state != State.WITHDRAWN) {
            throw new IllegalArgumentException("a release with evidence of its withdrawal is withdrawn: " + id);
        }
        Objects.requireNonNull(provenance, "provenance");
        blocks = List.copyOf(blocks);
        entities = List.copyOf(entities);
        dates = List.copyOf(dates);
        figures = List.copyOf(figures);
        attachments = List.copyOf(attachments);
        links = List.copyOf(links);
        Objects.requireNonNull(department, "department");
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(licence, "licence");
        // Releases written before there were pictures have no such member.
        images = images == null ? List.of() : List.copyOf(images);
        // Nor do those of before there were twins.
        sameAs =
                sameAs == null ? List.of() : sameAs.stream().sorted().distinct().toList();
        translations = translations == null ? List.of() : List.copyOf(translations);
        requireBlocksInOrder(body, blocks);
        for (Entity entity : entities) {
            for (Mention mention : entity.mentions()) {
                Checks.requireQuote(body, mention.text(), mention.start(), mention.end());
            }
        }
        for (DateMention date : dates) {
            Checks.requireQuote(body, date.text(), date.start(), date.end());
        }
        for (Figure figure : figures) {
            Checks.requireQuote(body, figure.text(), figure.start(), figure.end());
        }
    }

    /** Makes a release without twins. */
    public Release(
            String schema,
            String id,
            int edition,
            State state,
            String source,
            Optional<Publisher> publisher,
            URI url,
            Optional<String> language,
            Optional<String> title,
            Optional<String> subtitle,
            Published published,
            Instant fetchedAt,
            Instant firstSeenAt,
            String body,
            List<Block> blocks,
            List<Entity> entities,
            List<DateMention> dates,
            List<Figure> figures,
            List<Attachment> attachments,
            List<Link> links,
            Optional<String> department,
            Optional<String> contact,
            Optional<String> licence,
            List<Image> images,
            Optional<Standing> standing,
            Provenance provenance) {
        this(
                schema,
                id,
                edition,
                state,
                source,
                publisher,
                url,
                language,
                title,
                subtitle,
                published,
                fetchedAt,
                firstSeenAt,
                body,
                blocks,
                entities,
                dates,
                figures,
                attachments,
                links,
                department,
                contact,
                licence,
                images,
                standing,
                List.of(),
                List.of(),
                provenance);
    }

    private static void requireBlocksInOrder(String body, List<Block> blocks) {
        int end = 0;
        for (Block block : blocks) {
            if (block.start() < end || block.end() > body.length()) {
                throw new IllegalArgumentException("blocks must be in order, apart, and inside the body: " + block);
            }
            end = block.end();
        }
    }

    /** Returns this release as another edition, first seen when the first one was. */
    public Release asEdition(int edition, Instant firstSeenAt) {
        return with(edition, state, fetchedAt, firstSeenAt, attachments, standing, sameAs, provenance);
    }

    /**
     * Returns this release with other attachments.
     *
     * @param fetchedAt when the bytes arrived that make the difference
     */
    public Release withAttachments(List<Attachment> attachments, Provenance provenance, Instant fetchedAt) {
        return with(edition, state, fetchedAt, firstSeenAt, attachments, standing, sameAs, provenance);
    }

    /** Returns this release as it stands now: withdrawn if there is evidence, else published. */
    public Release standing(Optional<Standing> now) {
        State then = now.flatMap(Standing::evidence).isPresent() ? State.WITHDRAWN : State.PUBLISHED;
        return with(edition, then, fetchedAt, firstSeenAt, attachments, now, sameAs, provenance);
    }

    /** Returns this release with these twins. */
    public Release withSameAs(List<String> ids) {
        return with(edition, state, fetchedAt, firstSeenAt, attachments, standing, ids, provenance);
    }

    private Release with(
            int edition,
            State state,
            Instant fetchedAt,
            Instant firstSeenAt,
            List<Attachment> attachments,
            Optional<Standing> standing,
            List<String> sameAs,
            Provenance provenance) {
        return new Release(
                schema,
                id,
                edition,
                state,
                source,
                publisher,
                url,
                language,
                title,
                subtitle,
                published,
                fetchedAt,
                firstSeenAt,
                body,
                blocks,
                entities,
                dates,
                figures,
                attachments,
                links,
                department,
                contact,
                licence,
                images,
                standing,
                sameAs,
                translations,
                provenance);
    }

    /** Whether a release stands. */
    public enum State {
        @JsonProperty("published")
        PUBLISHED,
        @JsonProperty("withdrawn")
        WITHDRAWN
    }
}
