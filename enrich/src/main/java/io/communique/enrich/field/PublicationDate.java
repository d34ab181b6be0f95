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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * When a release appeared. What stands near the title is trusted first, for meta elements often tell of a move to another system; then
 * what the page says to machines, then list or feed, then the address. Words around a date decide what it is the date of.
 */
public final class PublicationDate {
    /** No ministry had a web site before. */
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    /** How many blocks above and below the beginning of the body a date may stand to be the release's. */
    private static final int NEAR = 14;
    /** A date inside a sentence is what the sentence is about. */
    private static final double PROSE = 110;
    /** Unless it stands in the dateline that opens the text. */
    private static final int DATELINE = 60;

    private static final Pattern PUBLISHED = Pattern.compile(
            "(?iu)\\b(?:date|datum|published|posted|issued|released?|for immediate release|erschienen|veröffentlicht|publié|publicado|publicação|vom)\\b|등록일|작성일|게시일|발표일|배포일|보도일|发布|公開日|掲載日|発表|опубликовано");
    private static final Pattern UPDATED = Pattern.compile(
            "(?iu)\\b(?:updated?|modified|revised|reviewed|changed|as of|stand|letzte änderung|aktualisiert|mis à jour|actualizado|atualizado)\\b|수정일|업데이트|更新|обновлено");
    private static final Pattern IN_ADDRESS =
            Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\\d|3[01])(?!\\d)");

    private final Document page;
    private final List<TextBlock> blocks;
    private final Region region;
    private final StructuredData data;
    private final boolean monthFirst;
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
        this.monthFirst = monthFirst(page, url);
        this.latest = LocalDate.ofInstant(fetchedAt, ZoneOffset.UTC).plusDays(1);
    }

    /**
     * Returns the best-supported date.
     *
     * @param titleAt index of the title among the blocks; -1 if it is not among them
     * @param hint what list or feed wrote
     */
    public Published find(int titleAt, Optional<String> hint) {
        return visible(titleAt)
                .or(() -> machine(data.jsonLd("datePublished"), From.JSON_LD))
                .or(() -> machine(
                        data.meta(
                                "article:published_time",
                                "dcterms.issued",
                                "DC.date.issued",
                                "dcterms.date",
                                "DC.date",
                                "date",
                                "pubdate",
                                "publish-date"),
                        From.META))
                .or(() -> machine(timeElement(), From.META))
                .or(() -> hint.flatMap(text -> machine(Optional.of(text), isFeedDate(text) ? From.FEED : From.LISTING)))
                .or(() -> address())
                .or(this::updated)
                .orElseGet(Published::unknown);
    }

    /** The nearest acceptable date to where the title ends and the body begins, a labelled one before a bare one. */
    private Optional<Published> visible(int titleAt) {
        int anchor = titleAt >= 0 ? titleAt : region.start();
        WrittenDate best = null;
        double bestScore = 0;
        int from = Math.max(0, Math.min(anchor, region.start()) - NEAR);
        int to = Math.min(blocks.size(), Math.max(anchor, region.start()) + NEAR);
        for (int i = from; i < to; i++) {
            for (WrittenDate date : WrittenDates.find(blocks.get(i).text(), monthFirst)) {
                double score = isPossible(date) ? score(i, date, anchor) : 0;
                if (score > bestScore) {
                    best = date;
                    bestScore = score;
                }
            }
        }
        return Optional.ofNullable(best).map(date -> published(date, From.PAGE));
    }

    private double score(int at, WrittenDate date, int anchor) {
        TextBlock block = blocks.get(at);
        String context =
                (at > 0 && blocks.get(at - 1).weight() < 40 ? blocks.get(at - 1).text() + " " : "")
                        + block.text().substring(0, date.start());
        String around = context.substring(Math.max(0, context.length() - 60));
        if (UPDATED.matcher(around).find() && !PUBLISHED.matcher(around).find()) {
            return 0;
        }
        boolean labelled = PUBLISHED.matcher(around).find();
        if (block.linkDensity() > 0.5 || (block.furniture() && !labelled)) {
            return 0;
        }
        boolean prose = block.weight() > PROSE && date.start() > DATELINE;
        if (prose) {
            return 0;
        }
        double nearness = 1.0 / (1 + Math.abs(at - anchor));
        double inProse = block.weight() > PROSE ? 0.3 : 1;
        return (labelled ? 2 : 1) * inProse * nearness;
    }

    private Optional<Published> machine(Optional<String> value, From from) {
        return value.flatMap(text -> WrittenDates.first(text, monthFirst))
                .filter(this::isPossible)
                .map(date -> published(date, from));
    }

    private Optional<String> timeElement() {
        Element time = region.container().selectFirst("time[datetime]");
        Element any = time == null ? page.selectFirst("main time[datetime], article time[datetime]") : time;
        return Optional.ofNullable(any).map(element -> element.attr("datetime"));
    }

    private Optional<Published> address() {
        String url = page.location();
        Matcher matcher = IN_ADDRESS.matcher(url);
        // An item's number is no date; only a path's own year, month and day are, each between slashes or as one.
        return matcher.find() && url.startsWith("/", Math.max(0, matcher.start() - 1))
                ? machine(Optional.of(matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3)), From.URL)
                : Optional.empty();
    }

    /** A page that only says when it was last changed says at least that; a footer's word does not count. */
    private Optional<Published> updated() {
        int to = Math.min(blocks.size(), region.start() + region.blocks().size() + NEAR);
        for (int i = Math.max(0, region.start() - NEAR); i < to; i++) {
            TextBlock block = blocks.get(i);
            if (!block.furniture() && block.weight() < PROSE) {
                Optional<WrittenDate> date =
                        WrittenDates.first(block.text(), monthFirst).filter(this::isPossible);
                if (date.isPresent()) {
                    return date.map(found -> published(found, From.PAGE));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isPossible(WrittenDate date) {
        return !date.day().isBefore(EARLIEST) && !date.day().isAfter(latest);
    }

    private static Published published(WrittenDate date, From from) {
        return new Published(Optional.of(date.at()), Optional.of(date.precision()), from);
    }

    /** Feeds write a time with a zone; rows of lists do not. */
    private static boolean isFeedDate(String hint) {
        return hint.matches(".*\\d{1,2}:\\d\\d.*(?:GMT|UTC|JST|Z|[+-]\\d\\d:?\\d\\d)\\s*");
    }

    private static boolean monthFirst(Document page, URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        Element html = page.selectFirst("html");
        String language =
                html == null ? "" : html.attr("lang").toLowerCase(Locale.ROOT).replace('_', '-');
        return language.equals("en-us") || host.endsWith(".gov") || host.endsWith(".mil") || host.endsWith(".us");
    }
}
