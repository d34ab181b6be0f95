package io.communique.enrich.field;

import io.communique.contract.release.Published;
import io.communique.contract.release.Published.From;
import io.communique.enrich.block.TextBlock;
import io.communique.enrich.strip.Region;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * When a release appeared. What stands near the title is trusted first, for meta elements often tell of a move to another system; then
 * what the page says to machines, then list or feed, then the address, and last what the text itself is dated. Where the first of these is
 * a day, and one of the next two gives that day a time, the time is taken too. Words around a date
 * decide what it is the date of: of a change, of an event, of an embargo, of a picture it does not count, or only where nothing else is
 * written.
 */
public final class PublicationDate {
    /** No ministry had a web site before. */
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    /** How many blocks above and below the title, or the beginning of the body, a date may stand to be the release's. */
    private static final int NEAR = 14;
    /** From this weight on a block is running text: a date inside is what its sentence is about. */
    private static final double PROSE = 110;
    /** Unless it stands in the dateline that opens the text. */
    private static final int DATELINE = 60;
    /** A date alone under the text, as under a letter. */
    private static final double SIGNATURE = 60;

    private static final int BLOCKS_FOR_ORDER = 3_000;
    private static final int CONTEXT = 60;
    private static final double LABEL_MAX = 45;

    private static final Pattern PUBLISHED = Pattern.compile(
            "(?iu)\\b(?:date|datum|published|posted|issued|released?|release date|for immediate release|erschienen|erscheinungsdatum|veröffentlicht|publié|publiée|parution|date de publication|publicado|publicação|publicada|fecha|data|pubblicato|geplaatst|gepubliceerd|publicerad|publisert|opublikowano|vom|du|yayın(?:lanma)? tarihi|tarih|tanggal|ngày)\\b"
                    + "|등록\\s?일|작성\\s?일|게시\\s?일|발표\\s?일|배포\\s?일|보도\\s?일|날짜|일자|发布|發布|成文日期|发文日期|公開日|掲載日|発表日?|公表|опубликован|дата|تاريخ النشر|تاريخ|نُشر|نشر|เผยแพร่|วันที่|प्रकाशित|प्रविष्टि तिथि");
    private static final Pattern UPDATED = Pattern.compile(
            "(?iu)\\b(?:updated?|modified|revised|reviewed|changed|last|as of|current as of|stand|letzte änderung|geändert am|aktualisiert|mis(?:e)? à jour|modifiée?|actualizad[oa]|última|atualizad[oa]|aggiornat[oa]|bijgewerkt|gewijzigd|uppdaterad|oppdatert|sist endret|zaktualizowano|güncelleme|diperbarui)\\b"
                    + "|수정\\s?일|최종\\s?수정|업데이트|업데이트\\s?일|자료\\s?관리|更新|修改|обновлен|изменен|последнее изменение|آخر تحديث|تحديث");
    /** Dates of what the release is about, or of when it may be used. */
    private static final Pattern OTHER = Pattern.compile(
            "(?iu)\\b(?:event date|event|when|venue|deadline|closing date|closes?|open(?:s|ing)|starts?|begins?|ends?|until|till|expires?|expiry|valid|effective|due|embargo(?:ed)?|not for (?:publication|release) before|hold for release|termin|wann|beginn|bis|frist|ab|sperrfrist|gültig|verfügbar|einsendeschluss|jusqu[’']au|date limite|embargo|échéance|hasta|plazo|vigencia|até|prazo|scadenza|fino al|до|срок|foto|photo|bild|image|picture|audio|video|copyright|born|geboren|withdrawn|archived|superseded|zurückgezogen|archiviert|retirée?|archivée?|retirad[oa]|archivad[oa]|ritirat[oa])\\b|©"
                    + "|행사\\s?일|행사\\s?기간|일\\s?시|기간|마감|접수|회의\\s?일|촬영|보도\\s?시점|이후|부터|조간|석간|시행|期間|締切|開催|日時|解禁|会议时间|截止|活动时间|有效期|实施日期|موعد|حتى");

    /** Whatever else a label says: the day before which nothing may be published is not the day on which it was. */
    private static final Pattern EMBARGO = Pattern.compile(
            "(?iu)\\bembargo|\\bsperrfrist|\\bhold for release|\\bnot (?:to be |for )?(?:publi(?:shed|cation)|released?) before");

    private static final Pattern NOT_AFTER =
            Pattern.compile("(?iu)^\\s*(?:[^\\p{L}\\d]{0,3})(?:이후|부터|까지|조간|석간|開催|まで|以降|까지입니다|hrs embargo|embargo)");
    private static final Pattern IN_ADDRESS =
            Pattern.compile("(?<=/)((?:19|20)\\d\\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\\d|3[01])(?![\\dA-Za-z])");
    private static final Pattern HIJRI_IN_ADDRESS =
            Pattern.compile("(?<=/)(1[45]\\d\\d/(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\\d|30))(?=/|$)");
    private static final Pattern ISO_MONTH = Pattern.compile("((?:19|20)\\d\\d)-(0[1-9]|1[0-2])");
    private static final Pattern ISO_YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern PERSIAN = Pattern.compile("(?i)(?:fa|ps|dari)\\b.*");

    /** Names of meta elements, the most trusted first. */
    private static final String[] META_NAMES = {
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "dcterms.issued",
        "dc.date.issued",
        "dcterms.created",
        "dc.date.created",
        "citation_publication_date",
        "sailthru.date",
        "parsely-pub-date",
        "dcterms.date",
        "dc.date",
        "date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publication_date"
    };

    private final Document page;
    private final List<TextBlock> blocks;
    private final Region region;
    private final StructuredData data;
    private final boolean monthFirst;
    private final boolean persian;
    private final LocalDate latest;

    /**
     * Makes the search.
     *
     * @param fetchedAt nothing published can be much younger than this
     */
    public PublicationDate(
            Document page, StructuredData data, List<TextBlock> blocks, Region region, URI url, Instant fetchedAt) {
        this.page = page;
        this.blocks = blocks;
        this.region = region;
        this.data = data;
        this.monthFirst = monthFirst(url);
        this.persian = PERSIAN.matcher(language()).matches() || url.getHost().endsWith(".ir");
        this.latest = LocalDate.ofInstant(fetchedAt, ZoneOffset.UTC).plusDays(1);
    }

    /**
     * Returns the best-supported date.
     *
     * @param titleAt index of the title among the blocks; -1 if it is not among them
     * @param hint what list or feed wrote
     */
    public Published find(int titleAt, Optional<String> hint) {
        int anchor = titleAt >= 0 ? titleAt : region.start();
        int prose = firstProse(anchor);
        return visible(anchor, prose, titleAt)
                .map(seen -> withTime(seen, hint))
                .or(this::jsonLd)
                .or(this::meta)
                .or(() -> machine(timeElement(), From.META))
                .or(() -> listed(hint))
                .or(this::address)
                .or(() -> weak(anchor, prose))
                .or(() -> ownDate(prose))
                .orElseGet(Published::unknown);
    }

    /** Returns what readers see, or what machines are told if it is the same day and has a time besides. */
    private Published withTime(Published seen, Optional<String> hint) {
        return Stream.<Supplier<Optional<Published>>>of(this::jsonLd, this::meta, () -> listed(hint))
                .flatMap(witness -> witness.get().stream())
                .filter(told -> TimeOfDay.adds(told, seen))
                .findFirst()
                .orElse(seen);
    }

    private Optional<Published> jsonLd() {
        return machine(data.jsonLd("datePublished"), From.JSON_LD);
    }

    private Optional<Published> meta() {
        return machine(data.meta(META_NAMES), From.META);
    }

    private Optional<Published> listed(Optional<String> hint) {
        return hint.flatMap(text -> machine(Optional.of(text), isFeedDate(text) ? From.FEED : From.LISTING));
    }

    /** Returns the date that {@code text} says, read as this page writes dates; empty if it says none. */
    public Optional<Published> written(String text) {
        return WrittenDates.find(text, monthFirst).stream()
                .filter(this::isPossible)
                .findFirst()
                .map(date -> published(date, From.PAGE));
    }

    /** Where the text begins behind the title: dates from there on are its own. */
    private int firstProse(int anchor) {
        for (int i = Math.max(0, anchor + 1); i < blocks.size(); i++) {
            if (blocks.get(i).weight() > PROSE && blocks.get(i).linkDensity() < 0.5) {
                return i;
            }
        }
        return blocks.size();
    }

    /** The nearest acceptable date to the title, a labelled one before a bare one. */
    private Optional<Published> visible(int anchor, int prose, int titleAt) {
        WrittenDate best = null;
        double bestScore = 0;
        int from = Math.max(0, anchor - NEAR);
        int to = Math.min(blocks.size(), Math.max(anchor + NEAR, region.start() + NEAR));
        for (int i = from; i < to; i++) {
            String text = WrittenDates.normalised(joined(i));
            int before = 0;
            for (WrittenDate date : WrittenDates.find(text, monthFirst)) {
                double score = isPossible(date) ? score(i, text, before, date, anchor, prose) : 0;
                // The day in a title is that of what the title tells of.
                score = i == titleAt ? 0 : score;
                if (score > bestScore) {
                    best = date;
                    bestScore = score;
                }
                before = date.end();
            }
        }
        return Optional.ofNullable(best).map(date -> published(date, From.PAGE));
    }

    /** A block, or three of them where day, month and year stand each in its own. */
    private String joined(int at) {
        String text = blocks.get(at).text();
        if (text.length() > 14 || at + 2 >= blocks.size()) {
            return text;
        }
        String second = blocks.get(at + 1).text();
        String third = blocks.get(at + 2).text();
        boolean parts = second.length() <= 14
                && third.length() <= 14
                && WrittenDates.find(text, monthFirst).isEmpty();
        return parts ? text + " " + second + " " + third : text;
    }

    private double score(int at, String text, int before, WrittenDate date, int anchor, int prose) {
        TextBlock block = blocks.get(at);
        boolean running = block.weight() > PROSE;
        if (running && (date.start() > DATELINE || at > prose + 1)) {
            return 0;
        }
        String label = label(at, text, before, date);
        boolean labelled = lastOf(PUBLISHED, label) >= 0;
        if (isOfSomethingElse(label, text, date)
                || isLinked(block, date, text)
                || (block.furniture() && !labelled)
                || block.element().closest("figcaption, caption, figure") != null) {
            return 0;
        }
        // Behind the beginning of the text only what says that it is the date of publication counts, and not much.
        boolean lead = at == prose + 1 && block.weight() <= LABEL_MAX;
        if (at > prose && !running && !labelled && !lead) {
            return 0;
        }
        double place = at > prose ? 0.3 : 1;
        double nearness = 1.0 / (1 + Math.abs(at - anchor));
        double inProse = running ? 0.3 : 1;
        return (labelled ? 2 : 1) * inProse * nearness * place;
    }

    /** A date that leads elsewhere is that of what it leads to; beside a link to a section it may stand. */
    private static boolean isLinked(TextBlock block, WrittenDate date, String text) {
        if (block.linkDensity() <= 0.5) {
            return false;
        }
        String written = text.substring(date.start(), date.end());
        return block.linkDensity() > 0.8
                || block.element().select("a").stream()
                        .anyMatch(link -> link.text().contains(written));
    }

    /** The words before a date, back to the date before it; where there are none, the label in the block before. */
    private String label(int at, String text, int before, WrittenDate date) {
        String own = text.substring(Math.max(before, date.start() - CONTEXT), date.start());
        boolean alone = before == 0 && own.chars().filter(Character::isLetter).count() < 3;
        if (!alone || at == 0 || blocks.get(at - 1).weight() > LABEL_MAX) {
            return own;
        }
        return blocks.get(at - 1).text() + " " + own;
    }

    private static boolean isOfSomethingElse(String label, String text, WrittenDate date) {
        int published = lastOf(PUBLISHED, label);
        return EMBARGO.matcher(label).find()
                || lastOf(UPDATED, label) > published
                || lastOf(OTHER, label) > published
                || NOT_AFTER.matcher(text.substring(date.end())).find();
    }

    /** Where the last match begins; -1 if there is none. The label nearest to the date is its own. */
    private static int lastOf(Pattern pattern, String text) {
        int last = -1;
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            last = matcher.start();
        }
        return last;
    }

    private Optional<Published> machine(Optional<String> value, From from) {
        return value.flatMap(this::machineDate).filter(this::isPossible).map(date -> published(date, from));
    }

    private Optional<WrittenDate> machineDate(String value) {
        String text = value.strip();
        Matcher month = ISO_MONTH.matcher(text);
        if (month.matches()) {
            LocalDate first = LocalDate.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)), 1);
            return Optional.of(new WrittenDate(text, Published.Precision.MONTH, first, 0, text.length()));
        }
        if (ISO_YEAR.matcher(text).matches()) {
            LocalDate first = LocalDate.of(Integer.parseInt(text), 1, 1);
            return Optional.of(new WrittenDate(text, Published.Precision.YEAR, first, 0, text.length()));
        }
        return WrittenDates.first(text, monthFirst);
    }

    private Optional<String> timeElement() {
        for (String kind : new String[] {
            "[itemprop=datePublished]", "time[pubdate]", "time[datetime][class~=(?i)publi|posted|entry-date|created]"
        }) {
            Element first = page.selectFirst(kind);
            if (first != null && !isCard(first)) {
                return Optional.of(machineText(first));
            }
        }
        for (Element within : new Element[] {region.container(), page.body()}) {
            for (Element time : within.select("time[datetime]")) {
                if (!isCard(time) && !UPDATED.matcher(surroundings(time)).find()) {
                    return Optional.of(machineText(time));
                }
            }
        }
        return Optional.empty();
    }

    private static String machineText(Element time) {
        String value = time.hasAttr("datetime") ? time.attr("datetime") : time.attr("content");
        return value.isBlank() ? time.text() : value;
    }

    private static String surroundings(Element time) {
        Element parent = time.parent();
        String text = parent == null ? "" : parent.text();
        return time.className() + " " + text.substring(0, Math.min(text.length(), 2 * CONTEXT));
    }

    /** A teaser of something else carries its own date. */
    private static boolean isCard(Element time) {
        return time.closest(
                        "a, nav, aside, footer, li, figure, [class*=related], [class*=teaser], [class*=comment], [class*=card]")
                != null;
    }

    private Optional<Published> address() {
        String url = page.location();
        Matcher hijri = HIJRI_IN_ADDRESS.matcher(url);
        if (!persian && hijri.find()) {
            return machine(Optional.of(hijri.group(1)), From.URL);
        }
        Matcher matcher = IN_ADDRESS.matcher(url);
        // An item's number is no date; only a path's own year, month and day are, each between slashes or as one.
        return matcher.find()
                ? machine(Optional.of(matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3)), From.URL)
                : Optional.empty();
    }

    /** A page that only says when it was last changed, or in which month, says at least that; a footer's word does not count. */
    private Optional<Published> weak(int anchor, int prose) {
        int to = Math.min(blocks.size(), Math.min(anchor + NEAR, prose + 1));
        for (int i = Math.max(0, anchor - NEAR); i < to; i++) {
            TextBlock block = blocks.get(i);
            if (!block.furniture() && block.weight() < PROSE && block.linkDensity() < 0.5) {
                String text = WrittenDates.normalised(block.text());
                Optional<WrittenDate> date =
                        WrittenDates.first(text, monthFirst).or(() -> WrittenDates.firstMonth(text));
                if (date.filter(this::isPossible)
                        .filter(found -> isWeakWitness(text, found))
                        .isPresent()) {
                    return date.map(found -> published(found, From.PAGE));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isWeakWitness(String text, WrittenDate date) {
        String label = text.substring(Math.max(0, date.start() - CONTEXT), date.start());
        return !OTHER.matcher(label).find()
                && !NOT_AFTER.matcher(text.substring(date.end())).find();
    }

    /** The dateline that opens the text, or the date under it. */
    private Optional<Published> ownDate(int prose) {
        List<TextBlock> own = region.blocks();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        TextBlock first = prose < blocks.size() ? blocks.get(prose) : own.get(0);
        return WrittenDates.first(first.text(), monthFirst)
                .filter(date -> date.start() <= DATELINE && date.start() < 40)
                .filter(date -> isWeakWitness(WrittenDates.normalised(first.text()), date))
                .or(() -> signature(own.get(own.size() - 1)))
                .filter(this::isPossible)
                .map(date -> published(date, From.TEXT));
    }

    private Optional<WrittenDate> signature(TextBlock last) {
        if (last.weight() > SIGNATURE) {
            return Optional.empty();
        }
        String text = WrittenDates.normalised(last.text());
        return WrittenDates.first(text, monthFirst)
                .filter(date ->
                        isWeakWitness(text, date) && !UPDATED.matcher(text).find());
    }

    private boolean isPossible(@Nullable WrittenDate date) {
        return date != null && !date.day().isBefore(EARLIEST) && !date.day().isAfter(latest);
    }

    private static Published published(WrittenDate date, From from) {
        return new Published(Optional.of(date.at()), Optional.of(date.precision()), from);
    }

    /** Feeds write a time with a zone; rows of lists do not. */
    private static boolean isFeedDate(String hint) {
        return hint.matches(".*\\d{1,2}:\\d\\d.*(?:GMT|UTC|JST|KST|E[SD]T|CES?T|Z|[+-]\\d\\d:?\\d\\d)\\s*");
    }

    /** What other dates of the page show, else what its language and host are used to. */
    private boolean monthFirst(URI url) {
        for (int i = 0; i < Math.min(blocks.size(), BLOCKS_FOR_ORDER); i++) {
            TextBlock block = blocks.get(i);
            if (block.weight() < PROSE) {
                Optional<Boolean> shown = WrittenDates.monthFirstIn(block.text());
                if (shown.isPresent()) {
                    return shown.get();
                }
            }
        }
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return language().startsWith("en-us")
                || language().startsWith("es-us")
                || host.endsWith(".gov")
                || host.endsWith(".mil")
                || host.endsWith(".us");
    }

    /** The page's language with its country, lower-case; empty if it says none. */
    private String language() {
        Element html = page.selectFirst("html");
        String lang = html == null ? "" : html.attr("lang");
        String said = lang.contains("-") || lang.contains("_")
                ? lang
                : data.meta("og:locale").orElse(lang);
        return said.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
