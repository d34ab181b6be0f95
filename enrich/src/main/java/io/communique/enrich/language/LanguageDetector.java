package io.communique.enrich.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** Says which language a text is in, or that it is not sure. Safe to share between threads. */
public final class LanguageDetector {
    private static final String MODEL = "/langdetect-183.bin";
    /** Below this many letters a guess between related languages is no better than chance. */
    private static final int LETTERS_MIN = 40;
    /** The beginning tells; the rest only takes time. */
    private static final int LENGTH_MAX = 4_000;

    private static final double CONFIDENCE_MIN = 0.2;
    private static final double SCRIPT_SHARE = 0.25;

    private static final Map<String, String> BCP_47 = Map.ofEntries(
            Map.entry("eng", "en"),
            Map.entry("deu", "de"),
            Map.entry("fra", "fr"),
            Map.entry("spa", "es"),
            Map.entry("por", "pt"),
            Map.entry("ita", "it"),
            Map.entry("nld", "nl"),
            Map.entry("swe", "sv"),
            Map.entry("dan", "da"),
            Map.entry("nob", "nb"),
            Map.entry("nno", "nn"),
            Map.entry("fin", "fi"),
            Map.entry("pol", "pl"),
            Map.entry("ces", "cs"),
            Map.entry("slk", "sk"),
            Map.entry("slv", "sl"),
            Map.entry("hrv", "hr"),
            Map.entry("srp", "sr"),
            Map.entry("bos", "bs"),
            Map.entry("bul", "bg"),
            Map.entry("rus", "ru"),
            Map.entry("ukr", "uk"),
            Map.entry("ron", "ro"),
            Map.entry("hun", "hu"),
            Map.entry("tur", "tr"),
            Map.entry("ell", "el"),
            Map.entry("heb", "he"),
            Map.entry("ara", "ar"),
            Map.entry("fas", "fa"),
            Map.entry("urd", "ur"),
            Map.entry("hin", "hi"),
            Map.entry("ben", "bn"),
            Map.entry("ind", "id"),
            Map.entry("vie", "vi"),
            Map.entry("est", "et"),
            Map.entry("lav", "lv"),
            Map.entry("lit", "lt"),
            Map.entry("cat", "ca"),
            Map.entry("kaz", "kk"),
            Map.entry("mkd", "mk"),
            Map.entry("sqi", "sq"),
            Map.entry("tha", "th"),
            Map.entry("isl", "is"),
            Map.entry("gle", "ga"));

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
        String sample = text.substring(0, Math.min(text.length(), LENGTH_MAX));
        Optional<String> byScript = byScript(sample);
        if (byScript.isPresent()) {
            return byScript;
        }
        if (sample.codePoints().filter(Character::isLetter).count() < LETTERS_MIN) {
            return Optional.empty();
        }
        Language best = new LanguageDetectorME(model).predictLanguage(sample);
        return best.getConfidence() < CONFIDENCE_MIN
                ? Optional.empty()
                : Optional.ofNullable(BCP_47.get(best.getLang()));
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
