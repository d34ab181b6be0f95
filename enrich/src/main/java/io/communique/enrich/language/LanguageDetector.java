package io.communique.enrich.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** Says which language a text is in, or that it is not sure. Safe to share between threads. */
public final class LanguageDetector {
    private static final String MODEL = "/langdetect-183.bin";
    /** Hangul Jamo; no script before it is written by one language only. */
    private static final char TELLING_FROM = 0x1100;
    /** Below this many letters a guess between related languages is no better than chance. */
    private static final int LETTERS_MIN = 40;
    /** The beginning tells; annexes are often in another language. */
    private static final int LENGTH_MAX = 4_000;
    /** Samples from all over the text tell as much as the whole of it; where short ones leave a doubt, longer ones are asked. */
    private static final int SAMPLES = 4;

    private static final int SHORT_SAMPLE = 50;
    private static final int LONG_SAMPLE = 150;

    /**
     * The best guess must be this many times as likely as the second. A share of all probability says little: it is spread over a hundred
     * languages and grows with the length of the text.
     */
    private static final double MARGIN_MIN = 1.5;

    private static final double SCRIPT_SHARE = 0.25;

    /** Members that the model tells apart and nobody else does: ISO 639-3 codes of single languages under a language's own tag. */
    private static final Map<String, String> MEMBERS =
            Map.of("cmn", "zh", "ekk", "et", "lvs", "lv", "pes", "fa", "plt", "mg");

    private static final Map<String, String> BCP_47 = bcp47();

    private final LanguageDetectorModel model;

    /** Loads the model; takes a fraction of a second. */
    public LanguageDetector() {
        try (InputStream in = LanguageDetector.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException("no language model on the class path: " + MODEL);
            }
            model = new LanguageDetectorModel(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the BCP 47 tag of {@code text}'s language; empty if there is too little text or it could be several. */
    public Optional<String> detect(String text) {
        String beginning = text.substring(0, Math.min(text.length(), LENGTH_MAX));
        Optional<String> byScript = byScript(beginning);
        if (byScript.isPresent()) {
            return byScript;
        }
        Optional<String> bySample = detectIn(sample(beginning, SHORT_SAMPLE));
        return bySample.isPresent() || beginning.length() <= SAMPLES * SHORT_SAMPLE
                ? bySample
                : detectIn(sample(beginning, LONG_SAMPLE));
    }

    private Optional<String> detectIn(String sample) {
        if (sample.codePoints().filter(Character::isLetter).count() < LETTERS_MIN) {
            return Optional.empty();
        }
        Map<String, Double> likely = new HashMap<>();
        for (Language guess : new LanguageDetectorME(model).predictLanguages(sample)) {
            likely.merge(tag(guess.getLang()), guess.getConfidence(), Double::sum);
        }
        return clearWinner(likely);
    }

    private static Optional<String> clearWinner(Map<String, Double> likely) {
        List<Map.Entry<String, Double>> guesses = likely.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(2)
                .toList();
        return guesses.get(0).getValue() < MARGIN_MIN * guesses.get(1).getValue()
                ? Optional.empty()
                : Optional.of(guesses.get(0).getKey());
    }

    /** RFC 5646 section 2.2.1: the two-letter code where there is one, else the three-letter code. */
    private static String tag(String iso639part3) {
        return BCP_47.getOrDefault(iso639part3, iso639part3);
    }

    private static Map<String, String> bcp47() {
        Map<String, String> tags = new HashMap<>(MEMBERS);
        for (String code : Locale.getISOLanguages()) {
            Locale language = new Locale(code);
            tags.put(language.getISO3Language(), language.toLanguageTag());
        }
        return tags;
    }

    private static String sample(String text, int length) {
        if (text.length() <= SAMPLES * length) {
            return text;
        }
        StringBuilder sample = new StringBuilder();
        for (int i = 0; i < SAMPLES; i++) {
            int start = (text.length() - length) * i / (SAMPLES - 1);
            sample.append(text, start, start + length).append(' ');
        }
        return sample.toString();
    }

    /** Scripts that one language writes settle it, even in a short text with foreign names. */
    private static Optional<String> byScript(String text) {
        int letters = 0;
        int hangul = 0;
        int kana = 0;
        int han = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            letters += Character.isLetter(c) ? 1 : 0;
            if (c < TELLING_FROM) {
                continue;
            }
            switch (Character.UnicodeScript.of(c)) {
                case HANGUL -> hangul++;
                case HIRAGANA, KATAKANA -> kana++;
                case HAN -> han++;
                default -> {}
            }
        }
        double enough = letters * SCRIPT_SHARE;
        if (letters == 0) {
            return Optional.empty();
        }
        if (hangul > enough) {
            return Optional.of("ko");
        }
        if (kana + han > enough) {
            return Optional.of(kana > han * 0.1 ? "ja" : "zh");
        }
        return Optional.empty();
    }
}
