package io.communique.enrich.text.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Persons in a Korean text: a name before a title ("한지우 장관"), with what they are of between the two ("한지우 외교부 장관", "한지우 부총리 겸 외교부 장관"), names from
 * abroad before their country and a title ("안나 베르그 노르웨이 총리"), a head in brackets ("군수 한지우"), and the family name with the title later on ("한 장관").
 */
final class KoreanPersons {
    private static final int NAME_MIN = 2;
    private static final int NAME_MAX = 4;
    private static final int FOREIGN_WORDS_MAX = 3;
    private static final int FOREIGN_WORD_MAX = 6;
    private static final int MINISTRY_MIN = 3;

    /** How many bodies and titles one office is looked for over. */
    private static final int OFFICE_MAX = 8;

    /** More persons of one family name are not told apart by it; it also bounds the work. */
    private static final int FAMILY_MAX = 40;

    /** Endings that no name from abroad has: of what stands before it in the sentence. */
    private static final String NO_FOREIGN_END = "은는을를의에와과도한된할며";

    private static final String AND = "겸";

    private final String text;
    private final List<KoreanWord> words;
    private final KoreanWords known;
    private final Map<String, Set<Named>> byFamily = new HashMap<>();
    /** Persons from abroad by the last word of their names. */
    private final Map<String, Set<Named>> byLast = new HashMap<>();

    KoreanPersons(String text, List<KoreanWord> words, KoreanWords known) {
        this.text = text;
        this.words = words;
        this.known = known;
    }

    /** A person in full, and an office that the text has given it. */
    private record Named(String key, String role) {}

    /** Returns the mentions in the order of the text, apart from each other. */
    List<TitledPerson> find() {
        List<TitledPerson> found = new ArrayList<>();
        int free = 0;
        for (int i = 0; i < words.size(); i++) {
            TitledPerson person = person(i).orElse(null);
            if (person != null && isSecondOffice(person, found)) {
                found.set(found.size() - 1, person);
                remember(person);
            } else if (person != null && person.first() >= free) {
                found.add(person);
                free = person.end();
                remember(person);
            }
        }
        return found;
    }

    private void remember(TitledPerson person) {
        Set<Named> family = byFamily.computeIfAbsent(person.key().substring(0, 1), any -> new HashSet<>());
        if (family.size() < FAMILY_MAX) {
            family.add(new Named(person.key(), person.role().orElse("")));
        }
        int last = person.key().lastIndexOf(' ') + 1;
        Set<Named> namesakes = byLast.computeIfAbsent(person.key().substring(last), any -> new HashSet<>());
        if (last > 0 && namesakes.size() < FAMILY_MAX) {
            namesakes.add(new Named(person.key(), person.role().orElse("")));
        }
    }

    /** "한지우 부총리 겸 외교부 장관": the second title has the first in it. */
    private static boolean isSecondOffice(TitledPerson person, List<TitledPerson> found) {
        return !found.isEmpty() && found.get(found.size() - 1).first() == person.first();
    }

    private Optional<TitledPerson> person(int word) {
        return titled(word).or(() -> bracketed(word)).or(() -> titleFirst(word));
    }

    /** The person whose title ends with the word. */
    private Optional<TitledPerson> titled(int title) {
        Optional<String> head = known.titleOrCompound(words.get(title).text());
        if (head.isEmpty() || title == 0 || !isBeside(title)) {
            return Optional.empty();
        }
        Office office = office(title, head.get());
        int name = office.nameEnd() - 1;
        if (name < 0) {
            return Optional.empty();
        }
        if (office.isAbroad()) {
            return foreign(office);
        }
        String word = words.get(name).text();
        boolean plain = known.isTitle(head.get());
        if (isName(word) && (plain || word.length() == 3)) {
            return Optional.of(new TitledPerson(name, name + 1, word, Optional.of(office.role()), Optional.empty()));
        }
        return office.nameEnd() == title && plain ? again(name, head.get()) : Optional.empty();
    }

    /**
     * What somebody is.
     *
     * @param nameEnd one past the word where the name must end
     * @param role its words
     * @param country that stands before it
     * @param isAbroad whether it is of another country or of a body of many
     */
    private record Office(int nameEnd, String role, Optional<String> country, boolean isAbroad) {}

    /** Goes back from the title over what it is of: bodies, another title before "겸", a country, "주한". */
    private Office office(int title, String head) {
        int from = title;
        boolean international = false;
        while (from > 0 && title - from < OFFICE_MAX && isBeside(from)) {
            String before = words.get(from - 1).text();
            if (before.equals(AND)
                    && from > 1
                    && known.isTitle(words.get(from - 2).text())
                    && isBeside(from - 1)) {
                from -= 2;
            } else if (known.isBody(before)) {
                international |= known.isInternational(before);
                from--;
            } else if (from == title && isMinistry(before, head)) {
                // A ministry that no list knows is another country's.
                international = true;
                from--;
            } else {
                break;
            }
        }
        KoreanWord last = words.get(title);
        int start = words.get(from).start();
        int end = from;
        Optional<String> country = Optional.empty();
        if (end > 0 && isBeside(end)) {
            String before = words.get(end - 1).text();
            // "미 국무장관"; "한 장관" is somebody of that family name.
            country = known.country(before)
                    .or(() -> known.isSurname(before) ? Optional.empty() : KoreanWords.shortCountry(before));
            end -= country.isPresent() ? 1 : 0;
        }
        if (country.isPresent()
                && end > 0
                && isBeside(end)
                && isPosted(words.get(end - 1).text())) {
            end--;
            start = words.get(end).start();
        }
        String role = text.substring(firstDigit(start), last.start() + head.length());
        boolean linked = end == 0 || isBeside(end);
        return new Office(linked ? end : 0, role, country, country.isPresent() || international);
    }

    /** "농업부" of "농업부 장관". */
    private static boolean isMinistry(String word, String head) {
        return word.length() >= MINISTRY_MIN && word.endsWith("부") && (head.equals("장관") || head.equals("차관"));
    }

    /** "주한": of an envoy. */
    private static boolean isPosted(String word) {
        return word.length() == 2 && word.charAt(0) == '주';
    }

    /** Two or three words before a country or a body of many, none of which is anything else. */
    private Optional<TitledPerson> foreign(Office office) {
        int first = office.nameEnd();
        while (first > 0
                && office.nameEnd() - first < FOREIGN_WORDS_MAX
                && (first == office.nameEnd() || isBeside(first))
                && isForeignPart(words.get(first - 1))) {
            first--;
        }
        if (office.nameEnd() - first < 2) {
            String single = first < office.nameEnd() ? words.get(first).text() : "";
            boolean korean = office.country().equals(Optional.of("KR"))
                    || office.country().isEmpty();
            return korean && isName(single) && single.length() == 3
                    ? Optional.of(new TitledPerson(
                            first, office.nameEnd(), single, Optional.of(office.role()), office.country()))
                    : Optional.empty();
        }
        KoreanWord last = words.get(office.nameEnd() - 1);
        String name = text.substring(words.get(first).start(), last.end());
        return Optional.of(
                new TitledPerson(first, office.nameEnd(), name, Optional.of(office.role()), office.country()));
    }

    /** "유엔 사무총장 안토니우 구테흐스": of somebody from abroad the title may come first. */
    private Optional<TitledPerson> titleFirst(int title) {
        String head = words.get(title).text();
        boolean whole = known.titleOrCompound(head).filter(head::equals).isPresent();
        Office office = whole && title > 0 && isBeside(title) ? office(title, head) : null;
        if (office == null || !office.isAbroad()) {
            return Optional.empty();
        }
        int end = title + 1;
        while (end < words.size()
                && end - title <= FOREIGN_WORDS_MAX
                && isBeside(end)
                && isForeignPart(words.get(end))) {
            end++;
        }
        int nameEnd = words.get(end - 1).end();
        if (end < words.size() && end - title <= FOREIGN_WORDS_MAX && isBeside(end)) {
            KoreanWord word = words.get(end);
            KoreanWord last = new KoreanWord(known.withoutParticle(word.text()), word.start());
            boolean particle = last.end() < word.end() && isForeignPart(last);
            nameEnd = particle ? last.end() : nameEnd;
            end += particle ? 1 : 0;
        }
        return end - title > 2
                ? Optional.of(new TitledPerson(
                        title + 1,
                        end,
                        text.substring(words.get(title + 1).start(), nameEnd),
                        Optional.of(office.role()),
                        office.country()))
                : Optional.empty();
    }

    private boolean isForeignPart(KoreanWord part) {
        String word = part.text();
        String bare = known.withoutParticle(word);
        boolean other = known.isOrdinary(word)
                || known.isPlace(word)
                || known.isPlace(bare)
                || known.isBody(word)
                || known.isBody(bare)
                || known.titleOrCompound(word).isPresent()
                || word.length() - bare.length() > 1
                || firstDigit(part.start()) < part.start();
        return !other
                && word.length() <= FOREIGN_WORD_MAX
                && word.chars().allMatch(c -> c >= '가' && c <= '힣')
                && NO_FOREIGN_END.indexOf(word.charAt(word.length() - 1)) < 0;
    }

    /** "한 장관", "베르그 장관", once "한지우 장관" or "안나 베르그 장관" was named and nobody else of that family name with the title. */
    private Optional<TitledPerson> again(int name, String title) {
        String family = words.get(name).text();
        if (family.length() == 1 && !known.isSurname(family)) {
            return Optional.empty();
        }
        Set<Named> named = (family.length() == 1 ? byFamily : byLast).getOrDefault(family, Set.of());
        List<String> keys = named.stream()
                .filter(person -> person.role().endsWith(title))
                .map(Named::key)
                .distinct()
                .toList();
        return keys.size() == 1 && named.size() < FAMILY_MAX
                ? Optional.of(new TitledPerson(name, name + 1, keys.get(0), Optional.of(title), Optional.empty()))
                : Optional.empty();
    }

    /** "솔담군(군수 한지우)". */
    private Optional<TitledPerson> bracketed(int name) {
        KoreanWord word = words.get(name);
        boolean brackets = name > 1
                && isBeside(name)
                && words.get(name - 1).start() == words.get(name - 2).end() + 1
                && text.charAt(words.get(name - 1).start() - 1) == '('
                && word.end() < text.length()
                && text.charAt(word.end()) == ')';
        return brackets && known.isTitle(words.get(name - 1).text()) && isName(word.text())
                ? Optional.of(new TitledPerson(
                        name,
                        name + 1,
                        word.text(),
                        Optional.of(words.get(name - 1).text()),
                        Optional.empty()))
                : Optional.empty();
    }

    /** Whether nothing but a space stands before the word and the one before it, or the number of an office: "2차관". */
    private boolean isBeside(int word) {
        int start = word > 0 ? firstDigit(words.get(word).start()) : 0;
        return word > 0 && start == words.get(word - 1).end() + 1 && text.charAt(start - 1) == ' ';
    }

    /** Returns where the digits begin that the word at the offset is glued to; the offset itself if there are none. */
    private int firstDigit(int offset) {
        int start = offset;
        while (start > 0 && Character.isDigit(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private boolean isName(String word) {
        return word.length() >= NAME_MIN
                && word.length() <= NAME_MAX
                && known.isSurname(word.substring(0, 1))
                && !known.isBody(word)
                && !known.isPlace(word)
                && !known.isTitle(word)
                && !known.isOrdinary(word);
    }
}
