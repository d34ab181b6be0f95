package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import io.communique.enrich.text.entity.Words.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Companies that a text names with their legal form and later in short: "Berg Ferries Inc." is "Berg Ferries", or "Berg" where no person of
 * the text has that name. Alone, the short name looks like a person's.
 */
final class ShortCompanies {
    private static final int FIRST_WORD_MIN = 4;

    private final Reading reading;
    private final Tokens tokens;

    ShortCompanies(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    /** Returns what a model saw, "Berg's Inc." whole where it saw "Berg", and what has a legal form as an organisation. */
    List<NameModel.Span> whole(List<NameModel.Span> spans) {
        List<NameModel.Span> whole = new ArrayList<>();
        for (NameModel.Span span : spans) {
            int to = span.to();
            boolean owned = span.type() != Entity.Type.PLACE
                    && tokens.is(to, "'s")
                    && reading.is(to + 1, Kind.COMPANY)
                    && tokens.isCapitalised(to + 1)
                    && !tokens.isBreak(to + 1);
            boolean form = span.type() == Entity.Type.PERSON
                    && to > span.from() + 1
                    && (reading.is(to - 1, Kind.COMPANY) || isFormBefore(span.from()));
            Entity.Type type = owned || form ? Entity.Type.ORGANIZATION : span.type();
            boolean inside = !whole.isEmpty() && whole.get(whole.size() - 1).to() > span.from();
            if (!inside) {
                whole.add(new NameModel.Span(span.from(), owned ? to + 2 : to, type, span.score()));
            }
        }
        return whole;
    }

    /** "Oy Berg": of Finnish companies the form may stand first. */
    private boolean isFormBefore(int first) {
        return tokens.is(first, "Oy") || tokens.is(first, "Ab") || tokens.is(first, "PT");
    }

    /** Returns what a model saw, the short names of companies that it saw before as organisations. */
    List<NameModel.Span> retyped(List<NameModel.Span> spans) {
        Map<String, Integer> known = new HashMap<>();
        spans.stream()
                .filter(span -> span.type() == Entity.Type.ORGANIZATION)
                .forEach(span ->
                        names(span.from(), span.to()).forEach(name -> known.merge(name, span.from(), Math::min)));
        reading.drafts().stream()
                .filter(draft -> draft.type() == Entity.Type.ORGANIZATION)
                .forEach(draft ->
                        names(draft.from(), draft.to()).forEach(name -> known.merge(name, draft.from(), Math::min)));
        Set<String> persons = new HashSet<>();
        spans.stream()
                .filter(span -> span.type() == Entity.Type.PERSON && span.to() > span.from() + 1)
                .forEach(span -> persons.add(name(tokens.word(span.to() - 1))));
        return spans.stream()
                .map(span -> isCompany(span, known, persons)
                        ? new NameModel.Span(span.from(), span.to(), Entity.Type.ORGANIZATION, span.score())
                        : span)
                .toList();
    }

    private boolean isCompany(NameModel.Span span, Map<String, Integer> known, Set<String> persons) {
        String name = name(tokens.text(span.from(), span.to()));
        boolean addressed = reading.is(span.from() - 1, Kind.HONORIFIC) || reading.is(span.from() - 1, Kind.TITLE_HEAD);
        return span.type() == Entity.Type.PERSON
                && !addressed
                && !persons.contains(name)
                && known.getOrDefault(name, span.from()) < span.from();
    }

    /** Makes what is called by the first word of a company before it that company. */
    void link() {
        List<Draft> drafts = new ArrayList<>(reading.drafts());
        drafts.sort(Comparator.comparingInt(Draft::from));
        Map<String, Draft> known = new HashMap<>();
        for (Draft draft : drafts) {
            if (draft.type() != Entity.Type.ORGANIZATION) {
                continue;
            }
            Draft whole = draft.listed() ? null : known.get(name(tokens.text(draft.from(), draft.to())));
            if (whole != null && !whole.key().equals(draft.key())) {
                reading.rename(draft, whole);
            }
            names(draft.from(), draft.to()).forEach(name -> known.putIfAbsent(name, draft));
        }
    }

    /** Returns by what names the company at these tokens may be called later; none if it has no legal form. */
    private List<String> names(int from, int to) {
        int end = to;
        while (end > from
                && (reading.is(end - 1, Kind.COMPANY) || tokens.is(end - 1, ",") || tokens.is(end - 1, "."))) {
            end--;
        }
        if (end == to || end == from) {
            return List.of();
        }
        String first = firstWord(from, end);
        String whole = tokens.text(from, end);
        return first == null ? List.of(name(whole)) : List.of(name(whole), name(first));
    }

    /** The company's name may be written in capitals, and its short name not. */
    private static String name(String written) {
        return written.toLowerCase(Locale.ROOT);
    }

    private @Nullable String firstWord(int from, int end) {
        boolean common = reading.is(from, Kind.PORTFOLIO)
                || reading.is(from, Kind.ORDINAL)
                || reading.is(from, Kind.TITLE_HEAD)
                || reading.is(from, Kind.TITLE_MODIFIER)
                || reading.is(from, Kind.ORGANIZATION_OF)
                || reading.is(from, Kind.GIVEN_NAME)
                || reading.is(from, Kind.FUNCTION)
                || reading.isInPlace(from)
                || reading.countryEnd(from) > from;
        boolean told = end > from + 1 && tokens.word(from).length() >= FIRST_WORD_MIN && !common;
        return told && !tokens.is(from, "United") ? tokens.word(from) : null;
    }
}
