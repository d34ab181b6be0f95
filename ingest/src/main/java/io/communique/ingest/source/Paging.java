package io.communique.ingest.source;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How the further pages of a list are reached, and how many are read.
 *
 * <p>A usual visit reads the first few pages. A deep sweep, on a slow clock, reads many: it finds what was backdated, or slipped from one page to
 * the next between two requests. Both compare all they read with what is known, and neither stops at the first known item.
 *
 * @param way how the next page is reached
 * @param first number of the first page
 * @param step from one page's number to the next; the number of rows where a site counts rows
 * @param pages read on a usual visit, 1 to 50
 * @param deepPages read on a deep sweep, 1 to 1,000
 * @param deepEvery from one deep sweep to the next
 */
public record Paging(Way way, int first, int step, int pages, int deepPages, Duration deepEvery) {
    static final String NUMBER = "{page}";
    private static final int PAGES_MAX = 50;
    private static final int DEEP_PAGES_MAX = 1_000;
    private static final Duration DEEP_EVERY_MIN = Duration.ofHours(1);

    /** Follows what the list itself calls its next page, ten pages deep once a week. */
    public static final Paging DEFAULT = new Paging(new Way.Learned(), 1, 1, 1, 10, Duration.ofDays(7));

    public Paging {
        Objects.requireNonNull(way, "way");
        if (pages < 1 || pages > PAGES_MAX) {
            throw new IllegalArgumentException("paging.pages must be from 1 to " + PAGES_MAX + ": " + pages);
        }
        if (deepPages < 1 || deepPages > DEEP_PAGES_MAX) {
            throw new IllegalArgumentException(
                    "paging.deepPages must be from 1 to " + DEEP_PAGES_MAX + ": " + deepPages);
        }
        if (deepEvery.compareTo(DEEP_EVERY_MIN) < 0) {
            throw new IllegalArgumentException("paging.deepEvery must be at least an hour: " + deepEvery);
        }
        if (step < 1) {
            throw new IllegalArgumentException("paging.step must be at least 1: " + step);
        }
    }

    /** Returns the request for the first page of the list at {@code list}. */
    ListRequest first(URI list) {
        return way instanceof Way.Post post
                ? new ListRequest(list, Optional.of(numbered(post.body(), first)))
                : ListRequest.get(list);
    }

    /**
     * Returns the request for a further page.
     *
     * @param page 1 for the one after the first
     * @param named what the page before calls its next; empty if it calls none so
     * @return empty if there is no further page
     */
    public Optional<ListRequest> further(URI list, int page, Optional<URI> named) {
        int number = first + page * step;
        if (way instanceof Way.Post post) {
            return Optional.of(new ListRequest(list, Optional.of(numbered(post.body(), number))));
        }
        if (way instanceof Way.Address address) {
            return Optional.of(ListRequest.get(URI.create(numbered(address.template(), number))));
        }
        if (way instanceof Way.Parameter parameter) {
            return Optional.of(ListRequest.get(withParameter(list, parameter.name() + "=" + number, parameter.name())));
        }
        return named.map(ListRequest::get);
    }

    /** Returns the selector of the link to the next page; empty to look for one that says so by itself. */
    public Optional<String> nextSelector() {
        return way instanceof Way.Link link ? Optional.of(link.selector()) : Optional.empty();
    }

    private static String numbered(String template, int number) {
        return template.replace(NUMBER, Integer.toString(number));
    }

    private static URI withParameter(URI list, String pair, String name) {
        String text = list.toString();
        int query = text.indexOf('?');
        StringBuilder out = new StringBuilder(query < 0 ? text : text.substring(0, query)).append('?');
        if (query >= 0) {
            for (String parameter : text.substring(query + 1).split("&", -1)) {
                if (!parameter.isEmpty() && !parameter.equals(name) && !parameter.startsWith(name + "=")) {
                    out.append(parameter).append('&');
                }
            }
        }
        return URI.create(out.append(pair).toString());
    }

    /** How the next page is reached. */
    public sealed interface Way {
        /** By what the list itself marks as its next page ({@code rel=next}; RFC 8288, RFC 5005). */
        record Learned() implements Way {}

        /** By a link, wherever it leads: cursors are opaque, and are followed rather than built. */
        record Link(String selector) implements Way {}

        /** By a query parameter with the page's number. */
        record Parameter(String name) implements Way {
            public Parameter {
                if (!name.matches("[\\w.~%\\[\\]:-]+")) {
                    throw new IllegalArgumentException("paging.parameter is a parameter's name: " + name);
                }
            }
        }

        /** By an address with {@code {page}} for its number. */
        record Address(String template) implements Way {
            public Address {
                requireNumber("paging.address", template);
                URI.create(numbered(template, 1));
            }
        }

        /** By a POST of this body to the list's address, with {@code {page}} for the page's number. */
        record Post(String body) implements Way {
            public Post {
                requireNumber("paging.post", body);
            }
        }

        private static void requireNumber(String field, String template) {
            if (!template.contains(NUMBER)) {
                throw new IllegalArgumentException(field + " must hold {page}: " + template);
            }
        }
    }
}
