package io.communique.sink.store;

import io.communique.contract.release.Entity;
import io.communique.contract.release.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which releases are meant. What is empty does not restrict.
 *
 * @param text words that all stand in title, text or files; words between quotation marks stand together, a word that ends in {@code *}
 *     is the beginning of one. Letters count without case and accents. Korean, Japanese and Chinese need no spaces: any part of a word is found
 * @param sources ids of sources
 * @param country of the publisher, ISO 3166
 * @param from first day of publication; undated releases do not match
 * @param to last day of publication; undated releases do not match
 * @param named who and what is named, each of them
 * @param figure what is counted or measured
 */
public record ReleaseQuery(
        Optional<String> text,
        Set<String> sources,
        Optional<String> country,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Set<Named> named,
        Optional<Measured> figure) {
    public ReleaseQuery {
        Objects.requireNonNull(text, "text");
        sources = Set.copyOf(sources);
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        named = Set.copyOf(named);
        Objects.requireNonNull(figure, "figure");
    }

    /** Returns the query that every release matches. */
    public static ReleaseQuery all() {
        return new ReleaseQuery(
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty());
    }

    /** Returns this query for releases with these words. */
    public ReleaseQuery withText(String words) {
        return new ReleaseQuery(Optional.of(words), sources, country, from, to, named, figure);
    }

    /** Returns this query for one source. */
    public ReleaseQuery ofSource(String source) {
        return new ReleaseQuery(text, Set.of(source), country, from, to, named, figure);
    }

    /** Returns this query for releases of these days, both included. */
    public ReleaseQuery between(Optional<LocalDate> first, Optional<LocalDate> last) {
        return new ReleaseQuery(text, sources, country, first, last, named, figure);
    }

    /** Returns this query for publishers of one country. */
    public ReleaseQuery inCountry(String code) {
        return new ReleaseQuery(text, sources, Optional.of(code), from, to, named, figure);
    }

    /** Returns this query for releases that name somebody or something, too. */
    public ReleaseQuery naming(Named one) {
        Set<Named> all = new HashSet<>(named);
        all.add(one);
        return new ReleaseQuery(text, sources, country, from, to, all, figure);
    }

    /** Returns this query for releases with a figure. */
    public ReleaseQuery measuring(Measured measured) {
        return new ReleaseQuery(text, sources, country, from, to, named, Optional.of(measured));
    }

    /**
     * Somebody or something named.
     *
     * @param type person, organisation, place or event
     * @param name in full, as releases have it
     */
    public record Named(Entity.Type type, String name) {}

    /**
     * One figure with all of these.
     *
     * @param kind such as money
     * @param unit ISO 4217 code for money, the noun for counts
     * @param about the thing measured, in the text's own words
     * @param atLeast the smallest value; figures that are ranges do not match
     */
    public record Measured(
            Optional<Figure.Kind> kind, Optional<String> unit, Optional<String> about, Optional<BigDecimal> atLeast) {
        /** Makes a figure of any kind, about anything. */
        public static Measured any() {
            return new Measured(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
