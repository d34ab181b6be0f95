package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import io.communique.contract.release.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Persons with their title before the name: "Deputy Foreign Minister for Political Affairs Yoon Soon-gu", later "Deputy Minister Yoon".
 *
 * <p>A shorter name is the person whose full name has it as first or last word; who is never named in full is a person of that name.
 */
final class TitledPersons {
    private static final String RANK =
            "(?:(?:Deputy|Vice|First|Second|Acting|Prime|Foreign|Finance|Defen[cs]e|Interior|Trade|Health|Education|Justice|Special|Permanent|State|Senior|Federal|Assistant|Under)[ -]){0,3}"
                    + "(?:Minister|President|Ambassador|Chancellor|Secretary|Director-General|Director General|Director|Spokesperson|Spokesman|Spokeswoman|Commissioner|Governor|Mayor|Envoy|Representative|Chairman|Chairwoman|Chairperson|Speaker|Senator|General|Admiral)";
    /** What the office is for: words up to the name, the last of them "affairs" or the like. */
    private static final String PORTFOLIO =
            "(?: (?:for|of) (?:[\\p{L}-]+ ){0,5}?(?:[Aa]ffairs|[Ss]ecurity|[Ss]afety|[Tt]rade|[Ff]inance|[Dd]efen[cs]e|[Ee]nergy|[Hh]ealth|[Ee]ducation|[Ee]nvironment|[Cc]ooperation|[Pp]olicy|[Rr]ights))?";

    private static final String NAME =
            "\\p{Lu}[\\p{L}'’]+(?:-\\p{L}[\\p{L}'’]*)*(?: (?:\\p{Lu}\\.|(?:van|von|de|der|al|bin|da|dos|del)|\\p{Lu}[\\p{L}'’]+(?:-\\p{L}[\\p{L}'’]*)*)){0,3}";
    private static final Pattern PERSON =
            Pattern.compile("(?<![\\p{L}\\d])(?<title>" + RANK + PORTFOLIO + ") (?<name>" + NAME + ")");

    private static final Pattern OF_COUNTRY =
            Pattern.compile("^ of (?:the )?(\\p{Lu}[\\p{L}]+(?: \\p{Lu}[\\p{L}]+){0,2})");
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");

    private final String text;
    private final Countries countries;

    TitledPersons(String text, Countries countries) {
        this.text = text;
        this.countries = countries;
    }

    void collect(Findings findings) {
        List<Named> named = named();
        for (Named person : named) {
            Named full = fullest(person, named);
            Mention mention = new Mention(
                    person.start, person.start + person.name.length(), person.name, Optional.of(person.title));
            findings.add(Entity.Type.PERSON, full.name, full.name, full.country, mention);
        }
    }

    private List<Named> named() {
        List<Named> named = new ArrayList<>();
        Matcher matcher = PERSON.matcher(text);
        while (matcher.find()) {
            String name = POSSESSIVE.matcher(matcher.group("name")).replaceAll("");
            int end = matcher.start("name") + name.length();
            if (!isPlace(name)) {
                named.add(new Named(name, matcher.group("title"), matcher.start("name"), country(end)));
            }
        }
        return named;
    }

    /** "Minister Japan" is no person, nor is a title before the name of a body. */
    private boolean isPlace(String name) {
        return countries.code(name).isPresent();
    }

    private Optional<String> country(int end) {
        Matcher of = OF_COUNTRY.matcher(text.substring(end, Math.min(text.length(), end + 60)));
        return of.find() ? countries.code(of.group(1)) : Optional.empty();
    }

    private static Named fullest(Named person, List<Named> all) {
        if (person.name.indexOf(' ') >= 0) {
            return all.stream()
                    .filter(other -> other.name.equals(person.name))
                    .findFirst()
                    .orElse(person);
        }
        return all.stream()
                .filter(other -> other.name.startsWith(person.name + " ") || other.name.endsWith(" " + person.name))
                .findFirst()
                .orElse(person);
    }

    private record Named(String name, String title, int start, Optional<String> country) {}
}
