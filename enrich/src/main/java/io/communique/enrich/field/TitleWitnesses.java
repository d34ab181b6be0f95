package io.communique.enrich.field;

import io.communique.enrich.block.BlockReader;
import io.communique.enrich.block.TextWeight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/**
 * Who says what the title is, apart from the headings themselves: list or feed, og:title, JSON-LD, the head's title.
 *
 * <p>Witnesses that only say the name of the site, or that of a section ("Press Releases"), are not heard.
 */
final class TitleWitnesses {
    /** Parts of a head's title; a colon or a hyphen inside a word parts nothing. */
    private static final Pattern SEPARATOR =
            Pattern.compile("\\s+[|>»<«–—·•:-]{1,2}\\s+|\\s*[|｜»]+\\s*|\\s+::\\s+|\\s*--\\s*");

    private static final Pattern CUT = Pattern.compile("\\s*(?:\\.{2,}|…)$");
    /** Names of sections and of nothing in particular; whole texts only. */
    private static final Pattern SECTION = Pattern.compile(
            "(?iu)(?:the )?(?:latest |all |more )?(?:press(?: ?(?:releases?|room|office|statements?|briefings?|notes?|information))?|news(?:room)?|media(?: ?(?:releases?|cent(?:er|re)|room|advisory))?|(?:news )?releases?|speech(?:es)?|statements?|announcements?|articles?|blogs?|documents?|publications?|home(?: ?page)?|welcome|index|untitled(?: document)?|main|search(?: results)?|frequent(?:ly asked)? questions|faqs?|notices?|events?|news (?:and|&) (?:events|media|press)|document|view|detail|print|archive)(?: detail| view| archive)?"
                    + "|(?:aktuelle )?(?:presse(?:mitteilung(?:en)?|informationen|meldungen|bereich|service|archiv)?|aktuelles|meldung(?:en)?|nachrichten|startseite|pressemitteilung|neuigkeiten)"
                    + "|(?:communiqués? de presse|actualités?|presse|accueil|nouvelles|discours|salle de presse)|(?:notas? de prensa|noticias?|comunicados?(?: de prensa)?|sala de prensa|prensa|inicio)|(?:notícias?|imprensa|sala de imprensa|início)|(?:comunicat[oi] stampa|notizie|comunicati|sala stampa)|(?:persberichten|nieuws|nieuwsberichten|aktualności|komunikaty|pressmeddelanden|nyheter|pressemeldinger|haberler|basın (?:açıklamaları|bültenleri)|duyurular)"
                    + "|(?:документы|новости|пресс-(?:релизы|служба|центр)|события|главная|новини)|(?:보도\\s?자료(?:\\s?[/·]\\s?(?:해명|설명)(?:자료)?)?|보도\\s?[·/]\\s?해명자료|언론\\s?보도(?:\\s?해명)?|해명자료|공지사항|새소식|소식(?:\\s?[·/]\\s?알림)?|뉴스|알림마당|보도설명자료|홈|상세(?:보기)?)|(?:报道発表(?:資料)?|報道発表(?:資料)?(?:一覧)?|プレスリリース|お知らせ|新着情報|ニュース|記者会見|ホーム)|(?:新闻(?:中心|发布|动态)?|公告|通知公告|首页|新聞(?:公報|稿)?|要闻|政策文件|政务公开)|(?:الأخبار|أخبار|بيانات صحفية|البيانات الصحفية|الرئيسية)");
    /** Share of words in common from which two texts are one title in two wordings. */
    private static final double SAME_WORDS = 0.6;

    private static final double FUZZY_MIN_WEIGHT = 15;
    private static final double KICKER_MAX = 90;

    private static final double PART_MIN = 4;
    private static final int PARTS_MAX = 6;
    /** A description that is the title again is short. */
    private static final int DESCRIPTION_MAX = 300;

    private static final Pattern END = Pattern.compile("[\\s|>»<«–—·•:｜-]+$");

    /** Parts of witnesses between separators. */
    private final Set<String> separated = new HashSet<>();

    private final List<Witness> witnesses = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private String description = "";

    /**
     * What one says.
     *
     * @param beginning what stands before the dots, where they had cut it off and enough is left; else empty
     */
    private record Witness(String text, String key, double weight, Set<String> words, String beginning) {
        static Witness of(String text, double weight) {
            String cut = CUT.matcher(text).replaceAll("");
            boolean isCut = cut.length() < text.length() && TextWeight.of(cut) >= FUZZY_MIN_WEIGHT;
            return new Witness(text, TitleWitnesses.key(text), weight, TitleWitnesses.words(text), isCut ? cut : "");
        }
    }

    private TitleWitnesses() {}

    static TitleWitnesses of(Document page, StructuredData data, Optional<String> hint) {
        TitleWitnesses all = new TitleWitnesses();
        data.siteNames().forEach(name -> all.names.add(key(name)));
        String head = BlockReader.fold(page.head().select("title").text());
        hint.ifPresent(text -> all.add(text, 1.5));
        data.meta("og:title", "twitter:title").ifPresent(text -> all.add(text, 1));
        data.jsonLd("headline").ifPresent(text -> all.add(text, 1.3));
        data.meta("dcterms.title", "dc.title", "citation_title").ifPresent(text -> all.add(text, 0.7));
        all.add(head, 0.8);
        data.meta("description", "og:description")
                .map(BlockReader::fold)
                .filter(text -> text.length() <= DESCRIPTION_MAX)
                .ifPresent(text -> all.description = key(text));
        return all;
    }

    private void add(String raw, double weight) {
        String text = BlockReader.fold(raw);
        if (text.isEmpty() || isName(text) || isPath(text)) {
            return;
        }
        String[] parts = parts(text);
        for (int from = 0; from < parts.length; from++) {
            // A part of the whole, from any separator to any other: which of them is the site's is for the page to
            // tell.
            int start = text.indexOf(parts[from]);
            int end = start;
            for (int to = from; to < parts.length; to++) {
                end = text.indexOf(parts[to], end) + parts[to].length();
                String part = text.substring(start, end).strip();
                if (TextWeight.of(part) >= PART_MIN && !isName(part)) {
                    separated.add(key(part));
                }
            }
        }
        witnesses.add(Witness.of(text, weight));
    }

    /** "Press releases > News > Portal", "Press releases - Ministry": the way to the page, and no title, if what it leads to is a section. */
    private boolean isPath(String text) {
        String[] parts = parts(text);
        if (parts.length == 2 && (isName(parts[0]) || isName(parts[1]))) {
            return isSection(parts[0]) || isSection(parts[1]);
        }
        return (text.contains("<") && isName(parts[0])) || (text.contains(">") && isName(parts[parts.length - 1]));
    }

    private static String[] parts(String text) {
        return SEPARATOR.split(text, PARTS_MAX);
    }

    /** Returns whether {@code text} is the name of the site or of a section. */
    boolean isName(String text) {
        return names.contains(key(text)) || isSection(text);
    }

    private static boolean isSection(String text) {
        return SECTION.matcher(text.strip()).matches();
    }

    /**
     * Returns how far the witnesses speak for {@code text}: 0 not at all, about 1 for each that has exactly it.
     *
     * @param key what {@link #key} makes of it
     * @param alsoReworded whether most of a witness's words count for a little
     */
    double agreement(String text, String key, boolean alsoReworded) {
        if (key.isEmpty()) {
            return 0;
        }
        double sum = 0;
        for (Witness witness : witnesses) {
            sum += agreement(witness, text, key);
        }
        return sum > 0 || !alsoReworded || TextWeight.of(text) < FUZZY_MIN_WEIGHT ? sum : fuzzy(words(text));
    }

    /** Returns whether the text of {@code key} is what the page says of itself in a sentence; on boards that is the title once more. */
    boolean isDescription(String key) {
        return !description.isEmpty() && key.equals(description);
    }

    private double agreement(Witness witness, String text, String key) {
        if (witness.key().equals(key)) {
            return witness.weight();
        }
        if (!witness.beginning().isEmpty() && text.startsWith(witness.beginning())) {
            return 0.85 * witness.weight();
        }
        if (key.length() > witness.key().length() && endsWith(text, witness.text())) {
            return 0.9 * witness.weight();
        }
        return separated.contains(key) && witness.key().contains(key)
                ? witness.weight() * (0.6 + 0.35 * key.length() / witness.key().length())
                : 0;
    }

    /** Another wording of one title: counted once, for all witnesses may copy one. */
    private double fuzzy(Set<String> words) {
        return witnesses.stream()
                .mapToDouble(witness -> fuzzy(witness, words))
                .max()
                .orElse(0);
    }

    private static double fuzzy(Witness witness, Set<String> words) {
        if (words.size() < 3) {
            return 0;
        }
        long common = words.stream().filter(witness.words()::contains).count();
        double dice = 2.0 * common / (words.size() + witness.words().size());
        double covered = (double) common / words.size();
        // A heading inside a longer head title ("… | site") is covered by it though it is not half of its words.
        double share = Math.max(dice, covered > 0.8 && words.size() >= 4 ? 0.65 : 0);
        return share >= SAME_WORDS ? 0.6 * share : 0;
    }

    /** Returns whether {@code text} is what a witness says, all of it or all but the site's part. */
    boolean isExactly(String text) {
        String key = key(text);
        return TextWeight.of(text) >= FUZZY_MIN_WEIGHT
                && witnesses.stream()
                        .anyMatch(witness -> witness.key().equals(key)
                                || key(withoutSite(witness.text())).equals(key));
    }

    /** Returns whether a witness says {@code text} and perhaps more. */
    boolean isWithin(String text) {
        String key = key(text);
        return witnesses.stream().anyMatch(witness -> witness.key().contains(key));
    }

    /** Returns the whole title that one witness has for {@code cut}. */
    Optional<String> completed(String cut) {
        return witnesses.stream()
                .map(witness -> withoutSite(witness.text()))
                .filter(text -> text.length() > cut.length()
                        && text.startsWith(cut)
                        && !CUT.matcher(text).find())
                .findFirst();
    }

    /** Returns the witness that {@code text} ends with, behind a kicker. */
    Optional<String> ending(String text) {
        if (isWithin(text)) {
            return Optional.empty();
        }
        return witnesses.stream()
                .map(Witness::text)
                .flatMap(witness -> List.of(witness, withoutSite(witness)).stream())
                .filter(witness -> witness.length() < text.length() && TextWeight.of(witness) >= FUZZY_MIN_WEIGHT)
                .filter(witness -> endsWith(text, witness))
                .findFirst();
    }

    /** Whether {@code text} is a kicker and then {@code title}. */
    private static boolean endsWith(String text, String title) {
        return text.length() > title.length()
                && text.endsWith(title)
                && TextWeight.of(title) >= FUZZY_MIN_WEIGHT
                && !Character.isLetterOrDigit(text.charAt(text.length() - title.length() - 1))
                && TextWeight.of(text) - TextWeight.of(title) < KICKER_MAX;
    }

    /** Returns the title where no heading shows one: the first witness's, less the site's part. */
    Optional<String> spokesman() {
        return witnesses.stream()
                .map(witness -> withoutSite(witness.text()))
                .filter(text -> !text.isEmpty() && !isName(text))
                .findFirst();
    }

    /** The site's part stands behind the last separator, or before the first, and is what others do not say. */
    private String withoutSite(String text) {
        String[] parts = parts(text);
        if (parts.length == 1 || otherSaysMore(text)) {
            return text;
        }
        String tail = parts[parts.length - 1];
        String head =
                END.matcher(text.substring(0, text.length() - tail.length())).replaceAll("");
        if (isName(tail) || otherSays(head, text)) {
            return withoutSite(head);
        }
        if (isName(parts[0])) {
            return parts.length == 2 ? "" : withoutSite(text.substring(text.indexOf(parts[1], parts[0].length())));
        }
        return parts.length > 2 || TextWeight.of(head) >= TextWeight.of(tail) ? head : tail;
    }

    /** A part that stands in a longer witness is no site's name. */
    private boolean otherSaysMore(String text) {
        return witnesses.stream()
                .anyMatch(witness -> witness.text().length() > text.length()
                        && witness.text().contains(text));
    }

    private boolean otherSays(String head, String text) {
        return !head.isEmpty()
                && witnesses.stream()
                        .anyMatch(witness ->
                                !witness.text().equals(text) && witness.text().startsWith(head));
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && isKept(text, i)) {
                word.append(Character.toLowerCase(text.charAt(i)));
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    /** Case, punctuation and spacing differ between witnesses and do not matter. */
    static String key(String text) {
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (isKept(text, i)) {
                key.append(Character.toLowerCase(text.charAt(i)));
            }
        }
        return key.toString();
    }

    /** Letters and numbers of all kinds, also those of two characters. */
    private static boolean isKept(String text, int at) {
        char c = text.charAt(at);
        return c < 0x80
                ? (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
                : Character.isSurrogate(c) ? isLetterOrNumber(text, at) : isLetterOrNumber(c);
    }

    private static boolean isLetterOrNumber(String text, int at) {
        boolean second = Character.isLowSurrogate(text.charAt(at)) && at > 0;
        return isLetterOrNumber(text.codePointAt(second ? at - 1 : at));
    }

    private static boolean isLetterOrNumber(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || switch (Character.getType(codePoint)) {
                    case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }
}
