package io.communique.bench.names;

import io.communique.enrich.text.entity.model.NameLabel;
import io.communique.enrich.text.entity.model.NameLabel.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads names out of GUM (Zeldes 2017), which marks every mention of an entity, pronouns and nested phrases too: of a mention whose head is a
 * proper noun the name inside is taken, and of nested ones the outermost whose words hang together as one name.
 */
final class GumSet {
    /** The genres whose texts ask for attribution alone. */
    private static final Set<String> GENRES = Set.of("academic", "court", "interview", "news");

    private static final Map<String, Kind> KINDS = Map.of(
            "person",
            Kind.PERSON,
            "organization",
            Kind.ORGANIZATION,
            "place",
            Kind.PLACE,
            "event",
            Kind.EVENT,
            "object",
            Kind.MISC,
            "abstract",
            Kind.MISC);

    private static final Set<String> INSIDE =
            Set.of("of", "the", "and", "for", "de", "la", "&", "'s", "on", "in", "-", "’s");

    private static final Set<String> TITLES = Set.of(
            "mr.",
            "mrs.",
            "ms.",
            "dr.",
            "prof.",
            "professor",
            "president",
            "senator",
            "minister",
            "justice",
            "judge",
            "sir",
            "general",
            "mayor",
            "governor",
            "chancellor",
            "king",
            "queen",
            "prince",
            "princess",
            "pope",
            "mr",
            "ms",
            "mrs",
            "dr",
            "captain",
            "colonel",
            "sheriff",
            "secretary",
            "director",
            "chief",
            "lord",
            "lady",
            "senators",
            "congressman",
            "representative",
            "officer",
            "sergeant",
            "lieutenant",
            "detective",
            "reverend",
            "father",
            "bishop",
            "coach",
            "ambassador",
            "prime",
            "vice",
            "deputy");

    private static final Set<String> NAMED = Set.of("person", "organization", "place", "event");

    private static final int NO_NAME_OR_MISC =
            1 << NameLabel.NONE | 1 << NameLabel.first(Kind.MISC) | 1 << NameLabel.further(Kind.MISC);

    private GumSet() {}

    /** Returns the sentences of the genres that may be learnt from, in the order of the files' names. */
    static List<LabelledSentence> read(Path directory) throws IOException {
        List<LabelledSentence> sentences = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(GumSet::isOfGenre).sorted().toList()) {
                readFile(Files.readAllLines(file), sentences);
            }
        }
        return sentences;
    }

    private static boolean isOfGenre(Path file) {
        String[] parts = file.getFileName().toString().split("_", -1);
        return parts.length > 2 && GENRES.contains(parts[1]);
    }

    private static void readFile(List<String> lines, List<LabelledSentence> sentences) {
        List<Token> tokens = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        List<Mention> mentions = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank()) {
                sentences.add(sentence(tokens, mentions));
                tokens.clear();
                mentions.clear();
                open.clear();
            } else if (!line.startsWith("#")) {
                String[] columns = line.split("\t", -1);
                if (columns[0].chars().allMatch(Character::isDigit)) {
                    tokens.add(new Token(columns[1], columns[3], Integer.parseInt(columns[6]) - 1));
                    readBrackets(columns[9], tokens.size() - 1, open, mentions);
                }
            }
        }
    }

    /** Reads "Entity=(1-person-…(2-place-…)": mentions that begin here, and "2)1)": those that end. */
    private static void readBrackets(String misc, int token, Deque<Open> open, List<Mention> mentions) {
        int at = misc.startsWith("Entity=") ? 0 : misc.indexOf("|Entity=") + 1;
        if (!misc.startsWith("Entity=", at)) {
            return;
        }
        int end = misc.indexOf('|', at);
        String brackets = misc.substring(at + "Entity=".length(), end < 0 ? misc.length() : end);
        int i = 0;
        while (i < brackets.length()) {
            int next = i + 1;
            while (next < brackets.length() && "()".indexOf(brackets.charAt(next)) < 0) {
                next++;
            }
            if (brackets.charAt(i) == '(') {
                String[] facts = brackets.substring(i + 1, next).split("-", -1);
                open.push(new Open(facts[0], facts.length > 1 ? facts[1] : "", token));
                boolean alone = next < brackets.length() && brackets.charAt(next) == ')';
                if (alone) {
                    close(facts[0], token, open, mentions);
                    next++;
                }
                i = next;
            } else {
                boolean closes = next < brackets.length() && brackets.charAt(next) == ')';
                close(brackets.substring(i, next), token, open, mentions);
                i = closes ? next + 1 : next;
            }
        }
    }

    private static void close(String id, int token, Deque<Open> open, List<Mention> mentions) {
        for (Open candidate : open) {
            if (candidate.id.equals(id)) {
                open.remove(candidate);
                mentions.add(new Mention(candidate.from, token + 1, candidate.type));
                return;
            }
        }
    }

    private static LabelledSentence sentence(List<Token> tokens, List<Mention> mentions) {
        Map<Integer, Integer> labels = new HashMap<>();
        mentions.stream()
                .sorted(Comparator.comparingInt((Mention m) -> m.from - m.to).thenComparingInt(Mention::from))
                .forEach(mention -> mark(tokens, mention, labels));
        List<Integer> bits = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            bits.add(bits(tokens.get(i), i, labels.get(i), mentions));
        }
        return new LabelledSentence(tokens.stream().map(Token::word).toList(), bits);
    }

    /** A proper noun that no name took may be part of one that was not understood; outside all mentions it may be a work or a product. */
    private static int bits(Token token, int at, @Nullable Integer label, List<Mention> mentions) {
        if (label != null) {
            return 1 << label;
        }
        if (!token.part.equals("PROPN") && !token.isCapitalised()) {
            return 1 << NameLabel.NONE;
        }
        boolean inMention = mentions.stream()
                .anyMatch(mention -> mention.from <= at && at < mention.to && NAMED.contains(mention.type));
        return inMention && token.part.equals("PROPN") ? (1 << NameLabel.COUNT) - 1 : NO_NAME_OR_MISC;
    }

    private static void mark(List<Token> tokens, Mention mention, Map<Integer, Integer> labels) {
        Kind kind = KINDS.get(mention.type);
        int head = head(tokens, mention);
        if (kind == null || head < 0 || !tokens.get(head).part.equals("PROPN")) {
            return;
        }
        int from = head;
        int to = head + 1;
        if (kind == Kind.PERSON) {
            while (from > mention.from && isInPerson(tokens, from - 1)) {
                from--;
            }
            while (to < mention.to && isInPerson(tokens, to)) {
                to++;
            }
            for (int i = to - 2; i >= from; i--) {
                if (TITLES.contains(tokens.get(i).word.toLowerCase(Locale.ROOT))) {
                    from = i + 1;
                    break;
                }
            }
        } else {
            from = mention.from;
            to = mention.to;
            while (from < head && !tokens.get(from).isCapitalised()) {
                from++;
            }
            while (from < head && tokens.get(from).part.equals("DET")) {
                from++;
            }
            while (to > head + 1 && !tokens.get(to - 1).isCapitalised()) {
                to--;
            }
        }
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            boolean fits = token.isCapitalised()
                    || INSIDE.contains(token.word)
                    || token.word.chars().allMatch(Character::isDigit);
            if (!fits || labels.containsKey(i)) {
                return;
            }
        }
        labels.put(from, NameLabel.first(kind));
        for (int i = from + 1; i < to; i++) {
            labels.put(i, NameLabel.further(kind));
        }
    }

    /** Whether the word is a proper noun or the hyphen of one that was cut at it. */
    private static boolean isInPerson(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        return token.part.equals("PROPN")
                || (token.word.equals("-") && at > 0 && tokens.get(at - 1).part.equals("PROPN"));
    }

    /** Returns the word of the mention that hangs on none other of it. */
    private static int head(List<Token> tokens, Mention mention) {
        for (int i = mention.from; i < mention.to; i++) {
            int on = tokens.get(i).head;
            if (on < mention.from || on >= mention.to) {
                return i;
            }
        }
        return -1;
    }

    private record Token(String word, String part, int head) {
        boolean isCapitalised() {
            return Character.isUpperCase(word.codePointAt(0));
        }
    }

    private record Open(String id, String type, int from) {}

    private record Mention(int from, int to, String type) {}
}
