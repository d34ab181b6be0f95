package io.communique.enrich.text.figure;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.communique.contract.release.DateMention;
import io.communique.contract.release.Figure;
import io.communique.enrich.text.AnnotationInput;
import io.communique.enrich.text.FigureFinder;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds figures by rules: tokens first, then a grammar over tokens, then what stands around each quantity. English, German, French and
 * Spanish share one grammar with words of their own; Korean and Japanese share another. A text in any other language is read as English.
 */
public final class RuleFigureFinder implements FigureFinder {
    static final NumberFormat POINT = new NumberFormat(',', '.', false);
    private static final Map<String, NumberFormat> SPACED = Map.of(
            "en", POINT,
            "de", new NumberFormat('.', ',', false),
            "fr", new NumberFormat('.', ',', true),
            "es", new NumberFormat('.', ',', false));
    private static final Set<String> EAST_ASIAN = Set.of("ko", "ja");

    private final Map<String, Lexicon> lexicons = SPACED.keySet().stream()
            .collect(toUnmodifiableMap(
                    identity(), language -> Lexicon.of(language, SPACED.getOrDefault(language, POINT))));
    private final Map<String, EastAsianLexicon> eastAsian = EAST_ASIAN.stream()
            .collect(toUnmodifiableMap(identity(), language -> EastAsianLexicon.of(language, POINT)));

    @Override
    public List<Figure> find(AnnotationInput input, List<DateMention> dates) {
        String language = input.language().orElse("en").split("-", 2)[0];
        EastAsianLexicon counters = eastAsian.get(language);
        if (counters != null) {
            return new EastAsianReading(input, dates, counters).figures();
        }
        Lexicon english = requireNonNull(lexicons.get("en"));
        return new FigureReading(input, dates, lexicons.getOrDefault(language, english)).figures();
    }
}
