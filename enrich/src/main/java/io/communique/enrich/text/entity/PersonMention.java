package io.communique.enrich.text.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A person's name at one place, with what stands beside it. */
final class PersonMention {
    /** Titles that say nothing of an office. */
    private static final Set<String> NO_OFFICE = Set.of("counterpart", "");

    private static final Pattern ARTICLE = Pattern.compile("^(?:al|el)-(?=\\p{L}{3})");

    /** Those that are no given names: "bin Laden" is a family name, "Al Berg" is not. */
    private static final Set<String> BEFORE_FAMILY = Set.of(
            "bin", "ibn", "van", "von", "de", "der", "den", "del", "della", "di", "du", "le", "zu", "ter", "ten");

    private static final Set<String> OF_SON = Set.of("jr", "jr.", "sr", "sr.", "ii", "iii", "iv");

    final int from;
    final int to;
    final String name;
    /** The parts of the name in lower case, as they are compared. */
    final String[] parts;

    final boolean familyFirst;
    final Optional<Title> title;
    final Optional<String> honorific;
    final Optional<String> said;

    PersonMention(
            int from,
            int to,
            String name,
            boolean familyFirst,
            Optional<Title> title,
            Optional<String> honorific,
            Optional<String> said) {
        this.from = from;
        this.to = to;
        this.name = name;
        this.parts = compared(name.toLowerCase(Locale.ROOT).split("\\s+", -1));
        this.familyFirst = familyFirst;
        this.title = title;
        this.honorific = honorific;
        this.said = said;
    }

    /** Without particles before a family name alone, without the Arabic article, and without what tells a son from his father: "al-abadi" is "abadi", "ann berg jr." is "ann berg". */
    private static String[] compared(String[] parts) {
        String[] compared = Arrays.stream(parts)
                .map(part -> ARTICLE.matcher(part).replaceFirst(""))
                .toArray(String[]::new);
        int first = 0;
        while (first < compared.length - 1 && BEFORE_FAMILY.contains(parts[first])) {
            first++;
        }
        compared = Arrays.copyOfRange(compared, first, compared.length);
        int last = compared.length - 1;
        return last > 1 && OF_SON.contains(compared[last]) ? Arrays.copyOf(compared, last) : compared;
    }

    boolean isFull() {
        return parts.length > 1;
    }

    /** The country that the text gives the person here; empty if it gives none. */
    Optional<String> country() {
        return said.or(() -> title.flatMap(Title::country));
    }

    /** What is written beside the name. */
    Optional<String> beside() {
        return title.map(Title::text).filter(text -> !text.isBlank()).or(() -> honorific);
    }

    Optional<String> office() {
        return title.filter(office -> !NO_OFFICE.contains(office.head())).map(Title::text);
    }

    @Nullable
    String head() {
        return title.map(Title::head).filter(head -> !NO_OFFICE.contains(head)).orElse(null);
    }

    /** Returns the part that is the family name, as far as the way it is written shows. */
    String family() {
        return familyFirst ? parts[0] : last();
    }

    String last() {
        return parts[parts.length - 1];
    }
}
