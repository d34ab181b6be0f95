package io.communique.ingest.source;

import io.communique.contract.page.PageSelectors;
import io.communique.contract.release.Publisher;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One press source: where to look, and how.
 *
 * @param id lower-case letters, digits and hyphens; names the source on every topic
 * @param publisher who publishes there; empty if not said
 * @param lists list pages and feeds, at least one
 * @param every how often the lists are read, at least one second
 * @param revisit when known pages are read again, to see edits
 * @param siteId finds the site's own id in an address: the groups of its first match, joined by {@code -}; empty if addresses show none
 * @param canonical address under which a release is known whatever address led to it, with {@code {1}}, {@code {2}}, … for the groups of {@code
 *     siteId}; empty if its addresses differ by their query alone
 * @param hosts hosts beside the lists' own whose pages belong to the source
 * @param dropParameters query parameters that identify nothing, such as a list's page or search words
 * @param paused whether it is left alone for now
 * @param attachments what is done about the files that its releases link
 * @param selectors where title, date and text stand on its pages; they win over what would be found
 */
public record Source(
        String id,
        Optional<Publisher> publisher,
        List<SourceList> lists,
        Duration every,
        Revisits revisit,
        Optional<Pattern> siteId,
        Optional<String> canonical,
        List<String> hosts,
        List<String> dropParameters,
        boolean paused,
        AttachmentRules attachments,
        PageSelectors selectors) {
    private static final Duration EVERY_MIN = Duration.ofSeconds(1);

    public Source {
        lists = List.copyOf(lists);
        hosts = List.copyOf(hosts);
        dropParameters = List.copyOf(dropParameters);
        Objects.requireNonNull(publisher, "publisher");
        Objects.requireNonNull(revisit, "revisit");
        Objects.requireNonNull(siteId, "siteId");
        Objects.requireNonNull(canonical, "canonical");
        Objects.requireNonNull(attachments, "attachments");
        Objects.requireNonNull(selectors, "selectors");
        List<String> problems = new ArrayList<>();
        if (!id.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            problems.add("id must be lower-case letters, digits and hyphens: " + id);
        }
        if (lists.isEmpty()) {
            problems.add("lists must name at least one list page or feed");
        }
        if (every.compareTo(EVERY_MIN) < 0) {
            problems.add("every must be at least one second: " + every);
        }
        if (canonical.isPresent() && siteId.isEmpty()) {
            problems.add("canonical is filled by siteId, which is missing");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** Makes a source whose attachments are treated as is usual, and whose pages are read without selectors. */
    public Source(
            String id,
            Optional<Publisher> publisher,
            List<SourceList> lists,
            Duration every,
            Revisits revisit,
            Optional<Pattern> siteId,
            List<String> hosts,
            List<String> dropParameters,
            boolean paused) {
        this(
                id,
                publisher,
                lists,
                every,
                revisit,
                siteId,
                Optional.empty(),
                hosts,
                dropParameters,
                paused,
                AttachmentRules.DEFAULT,
                PageSelectors.none());
    }

    /** Returns this source, left alone. */
    Source whilePaused() {
        return new Source(
                id,
                publisher,
                lists,
                every,
                revisit,
                siteId,
                canonical,
                hosts,
                dropParameters,
                true,
                attachments,
                selectors);
    }

    /** Returns whether a page under {@code url} may belong to this source. */
    public boolean covers(URI url) {
        String host = fold(url.getHost());
        return hosts.stream().anyMatch(allowed -> fold(allowed).equals(host))
                || lists.stream().anyMatch(list -> fold(list.url().getHost()).equals(host));
    }

    /** Returns the list at {@code url}; empty if the source no longer has it. */
    public Optional<SourceList> list(URI url) {
        return lists.stream().filter(list -> list.url().equals(url)).findFirst();
    }

    private static String fold(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("www.") ? lower.substring(4) : lower;
    }

    /**
     * When a known page is read again.
     *
     * @param at ages, counted from when it was first listed, ascending
     * @param then how often after the last of these; empty for never again
     */
    public record Revisits(List<Duration> at, Optional<Duration> then) {
        /** Dense on the first day, when four in five edits happen, then after a week and a month. */
        public static final Revisits DEFAULT = new Revisits(
                List.of(
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(6),
                        Duration.ofHours(12),
                        Duration.ofDays(1),
                        Duration.ofDays(7),
                        Duration.ofDays(30)),
                Optional.empty());

        public Revisits {
            at = at.stream().sorted().toList();
            Objects.requireNonNull(then, "then");
        }

        /** Returns the age of the next visit to a page of {@code age}; empty if there is none. */
        public Optional<Duration> after(Duration age) {
            return at.stream()
                    .filter(next -> next.compareTo(age) > 0)
                    .findFirst()
                    .or(() -> then.map(age::plus));
        }
    }
}
