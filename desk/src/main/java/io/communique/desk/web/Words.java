package io.communique.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** The interface's words in one language. */
final class Words extends AbstractMap<String, String> {
    /** The first is for those who ask for none of them. */
    static final List<String> LANGUAGES = List.of("en", "ko");

    private static final Map<String, Words> ALL =
            LANGUAGES.stream().collect(Collectors.toMap(language -> language, Words::new));

    private final String language;
    private final Map<String, String> words;

    private Words(String language) {
        this.language = language;
        Properties properties = new Properties();
        try (InputStream in = Words.class.getResourceAsStream("words_" + language + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("no words in " + language);
            }
            properties.load(new InputStreamReader(in, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> read = new HashMap<>();
        properties.forEach((key, value) -> read.put((String) key, (String) value));
        this.words = Map.copyOf(read);
    }

    /**
     * Returns the words for a reader.
     *
     * @param chosen what the reader chose; empty if nothing
     * @param accepted the header {@code Accept-Language}; empty if there is none
     */
    static Words of(Optional<String> chosen, Optional<String> accepted) {
        return chosen.flatMap(Words::in)
                .or(() -> accepted.flatMap(Words::firstOf))
                .orElseGet(() -> in(LANGUAGES.get(0)).orElseThrow());
    }

    /** In the order in which browsers send them, the reader's own language first. */
    private static Optional<Words> firstOf(String accepted) {
        return Arrays.stream(accepted.split(","))
                .map(range -> range.strip().split("[-;]", 2)[0])
                .flatMap(language -> in(language).stream())
                .findFirst();
    }

    private static Optional<Words> in(String language) {
        return Optional.ofNullable(ALL.get(language));
    }

    String language() {
        return language;
    }

    /** A word that is missing is shown by its name rather than as nothing. */
    @Override
    public String get(Object key) {
        String name = String.valueOf(key);
        String word = words.get(name);
        return word == null ? name : word;
    }

    @Override
    public boolean containsKey(Object key) {
        return true;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return words.entrySet();
    }
}
