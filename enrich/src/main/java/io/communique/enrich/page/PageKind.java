package io.communique.enrich.page;

import io.communique.contract.page.PageFacts;
import io.communique.contract.telltale.Telltale;
import io.communique.enrich.block.Cues;
import io.communique.enrich.block.Headings;
import io.communique.enrich.block.TextBlock;
import io.communique.enrich.field.Attachments;
import io.communique.enrich.field.Images;
import io.communique.enrich.field.WrittenDates;
import io.communique.enrich.page.Rejected.Reason;
import io.communique.enrich.strip.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Recognises pages that are no release although they look like pages.
 *
 * <p>What is cheap to see and rare on releases is asked first; phrases are looked for in few lines, and only where a page says little.
 */
final class PageKind {
    /** Error pages say little; an article about a missing page says more. */
    private static final double ERROR_TEXT_MAX = 900;

    private static final int SNIFFED = 2_000;
    private static final int HEADINGS_MAX = 8;
    /** Placeholders and the lines about them are short. */
    private static final double PLACEHOLDER_TEXT_MAX = 300;
    /** Beside a placeholder stands no more than a note or a label. */
    private static final double BESIDE_PLACEHOLDER_MAX = 60;
    /** How far behind its title a placeholder stands. */
    private static final int NEAR = 12;
    /** A longer line is no label. */
    private static final double LABEL_MAX = 60;

    private static final double LABELS_MAX = 100;
    /** A page of scripts shows hardly more than this. */
    private static final double SHELL_MAX = 200;
    /** Walls are long, but no longer than this. */
    private static final double CONSENT_TEXT_MAX = 12_000;

    private static final double CONSENT_SHARE = 0.6;
    private static final double LINKED = 0.6;

    /** Names by which templates of error pages call themselves, in class or id of the body. */
    private static final Set<String> ERROR_NAMES = Set.of(
            "error404",
            "error-404",
            "page-404",
            "404-page",
            "page404",
            "page-not-found",
            "pagenotfound",
            "not-found-page",
            "http-404");
    /** Where sites send those whose page is missing. */
    private static final Pattern ERROR_PATH = Pattern.compile(
            "(?i).*/(?:(?:error|page|http)?[-_]?404(?:[-_]?(?:error|page))?|(?:page|error)?[-_]?not[-_]?found)(?:\\.\\p{Alnum}{2,5})?/?");

    private static final Pattern FRONT_PATH =
            Pattern.compile("(?i)/?(?:(?:index|main|home|default)\\.\\p{Alnum}{2,5})?");
    private static final Pattern TITLE_PARTS = Pattern.compile("\\s+[|–—:·»>-]{1,2}\\s+|\\s*[|｜]\\s*");
    private static final Pattern ALERT =
            Pattern.compile("\\balert\\s{0,5}\\(\\s{0,5}(?:'([^'\\n]{2,200})'|\"([^\"\\n]{2,200})\")");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?。！？؟।다요]\\W{0,3}$");
    private static final String PLAYERS =
            "video, audio, iframe[src*=youtu], iframe[src*=vimeo], iframe[src*=video], iframe[src*=player], iframe[src*=/embed], iframe[data-src*=youtu]";

    private static final Cues CONSENT_CUES = Cues.of(
            "cookie",
            "consen",
            "privac",
            "your choices",
            "personal data",
            "partner",
            "vendor",
            "by clicking",
            "by continuing",
            "tracking",
            "einwilligung",
            "zustimmung",
            "privatsphäre",
            "auswahl",
            "klick",
            "vie privée",
            "choix",
            "préférences",
            "toestemming",
            "souhlas",
            "куки",
            "쿠키",
            "クッキー");

    private final PageFacts facts;
    private final Document page;
    private final List<TextBlock> blocks;
    private final Region region;

    private PageKind(PageFacts facts, Document page, List<TextBlock> blocks, Region region) {
        this.facts = facts;
        this.page = page;
        this.blocks = blocks;
        this.region = region;
    }

    /** Bytes that are no page, by what the text begins with. */
    static Optional<Rejected> ofText(String text) {
        String head = text.substring(0, Math.min(text.length(), SNIFFED));
        long control = head.chars()
                .filter(c -> (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') || c == '\ufffd')
                .count();
        if (control * 50 > head.length()) {
            return Optional.of(new Rejected(Reason.NOT_HTML, "binary data"));
        }
        String start = head.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return Optional.of(new Rejected(Reason.NOT_HTML, "JSON"));
        }
        if (start.matches(
                "(?is)(?:<\\?xml[^>]{0,200}>\\s*)?(?:<!--.{0,400}?-->\\s*)?<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\\b.*")) {
            return Optional.of(new Rejected(Reason.NOT_HTML, "a feed or site map"));
        }
        return Optional.empty();
    }

    /** Pages of the wrong kind, by where they came from and what they say; empty for a release. */
    static Optional<Rejected> of(PageFacts facts, Document page, List<TextBlock> blocks, Region region) {
        return new PageKind(facts, page, blocks, region).rejected();
    }

    private Optional<Rejected> rejected() {
        if (blocks.isEmpty()) {
            return Optional.of(nothingShown());
        }
        return namedAsError()
                .or(this::saidInHeadline)
                .or(this::shellOfScripts)
                .or(this::askingForConsent)
                .or(this::placeholder)
                .or(() -> new Listing(blocks, region).evidence().map(rows -> new Rejected(Reason.LISTING, rows)))
                .or(this::aboutSomethingElse)
                .or(this::withoutText);
    }

    /** Old boards answer with a script that says in a dialog what is wrong. */
    private Rejected nothingShown() {
        boolean scripts = false;
        for (Element script : page.select("script")) {
            scripts = true;
            String data = script.data();
            Matcher alert = ALERT.matcher(data.substring(0, Math.min(data.length(), SNIFFED)));
            if (alert.find()) {
                String said = alert.group(1) == null ? alert.group(2) : alert.group(1);
                return new Rejected(headline(said).orElse(Reason.SCRIPT_ONLY), said);
            }
        }
        String title = page.title();
        Optional<Reason> named = headline(title);
        if (named.isPresent()) {
            return new Rejected(named.get(), title);
        }
        return scripts
                ? new Rejected(Reason.SCRIPT_ONLY, "scripts and no text")
                : new Rejected(Reason.EMPTY, "no text");
    }

    /** What its template or its address calls an error is one in any language. */
    private Optional<Rejected> namedAsError() {
        for (String name : (page.body().className() + " " + page.body().id()).split(" ", 64)) {
            if (ERROR_NAMES.contains(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(new Rejected(Reason.SOFT_404, "its template is called " + name));
            }
        }
        String asked = path(facts.requestedUrl().getPath());
        String came = path(facts.finalUrl().getPath());
        if (asked.equals(came) && sameQuery()) {
            return Optional.empty();
        }
        if (ERROR_PATH.matcher(came).matches()) {
            return Optional.of(new Rejected(Reason.SOFT_404, "led to " + facts.finalUrl()));
        }
        boolean front = FRONT_PATH.matcher(came).matches() && facts.finalUrl().getRawQuery() == null;
        boolean askedForMore =
                !FRONT_PATH.matcher(asked).matches() || facts.requestedUrl().getRawQuery() != null;
        return front && askedForMore
                ? Optional.of(new Rejected(Reason.WRONG_PAGE, "led to the front page"))
                : Optional.empty();
    }

    private boolean sameQuery() {
        String asked = facts.requestedUrl().getRawQuery();
        return asked == null || asked.equals(facts.finalUrl().getRawQuery());
    }

    private static String path(String path) {
        return path == null || path.isEmpty() ? "/" : path;
    }

    private Optional<Rejected> saidInHeadline() {
        if (region.weight() > ERROR_TEXT_MAX) {
            return Optional.empty();
        }
        for (String line : headlines()) {
            Optional<Reason> reason = headline(line);
            // A gatekeeper's page has no date; a release about a queue or a robot check has.
            if (reason.isPresent() && (reason.get() == Reason.SOFT_404 || !isDated())) {
                return Optional.of(new Rejected(reason.get(), line));
            }
        }
        return Optional.empty();
    }

    private static Optional<Reason> headline(String line) {
        return Telltale.headline(line).map(kind -> Reason.valueOf(kind.name()));
    }

    private List<String> headlines() {
        List<String> lines = new ArrayList<>();
        String title = page.title();
        lines.add(title);
        lines.addAll(List.of(TITLE_PARTS.split(title, 8)));
        blocks.stream()
                .filter(block -> Headings.isHeading(block.element()) && !block.furniture())
                .limit(HEADINGS_MAX)
                .map(TextBlock::text)
                .forEach(lines::add);
        region.blocks().stream().limit(2).map(TextBlock::text).forEach(lines::add);
        blocks.stream()
                .filter(block -> !block.furniture())
                .limit(3)
                .map(TextBlock::text)
                .filter(text -> text.length() < 80)
                .forEach(lines::add);
        return lines;
    }

    /** The frame of an application: a request to switch scripts on, or to wait, and nothing beside it. */
    private Optional<Rejected> shellOfScripts() {
        if (region.weight() > ERROR_TEXT_MAX) {
            return Optional.empty();
        }
        double shown = 0;
        double asking = 0;
        String said = "";
        for (TextBlock block : blocks) {
            if (block.linkDensity() < LINKED && !Headings.isHeading(block.element())) {
                boolean asks = Telltale.asksForScripts(block.text());
                said = asks && said.isEmpty() ? block.text() : said;
                asking += asks ? block.weight() : 0;
                shown += block.furniture() ? 0 : block.weight();
            }
        }
        return asking > 0 && asking * 2 >= shown
                ? Optional.of(new Rejected(Reason.SCRIPT_ONLY, said))
                : Optional.empty();
    }

    /** Most of what was found asks for consent, and something on the page gives it; articles about cookies do not address their reader so. */
    private Optional<Rejected> askingForConsent() {
        double weight = region.weight();
        // One look at the longest block spares nearly every page the rest.
        boolean likely = weight <= CONSENT_TEXT_MAX
                && region.blocks().stream()
                        .max(Comparator.comparingDouble(TextBlock::weight))
                        .filter(longest -> CONSENT_CUES.areIn(longest.text()))
                        .filter(longest -> Telltale.asksForConsent(longest.text()))
                        .isPresent();
        if (!likely) {
            return Optional.empty();
        }
        double asking = 0;
        for (TextBlock block : region.blocks()) {
            asking += Telltale.asksForConsent(block.text()) ? block.weight() : 0;
        }
        if (asking < weight * CONSENT_SHARE || isDated()) {
            return Optional.empty();
        }
        return page.select("button, a, input[type=submit], input[type=button], [role=button]").stream()
                .map(control -> control.normalName().equals("input") ? control.attr("value") : control.text())
                .map(String::strip)
                .filter(Telltale::accepts)
                .findFirst()
                .map(control -> new Rejected(Reason.CONSENT, "asks for consent: " + control));
    }

    /** A title, and in place of the text a line that one will stand here. What has a file or a film is a release already. */
    private Optional<Rejected> placeholder() {
        if (region.weight() > PLACEHOLDER_TEXT_MAX) {
            return Optional.empty();
        }
        Set<TextBlock> text = new LinkedHashSet<>(region.blocks());
        text.addAll(behindHeading());
        double beside = 0;
        String said = "";
        for (TextBlock block : text) {
            if (Telltale.announcesText(block.text())) {
                said = block.text();
            } else if (region.blocks().contains(block)
                    && !Headings.isHeading(block.element())
                    && !page.title().contains(block.text())
                    && !isDate(block)) {
                beside += block.weight();
            }
        }
        return !said.isEmpty()
                        && beside <= BESIDE_PLACEHOLDER_MAX
                        && !hasFile()
                        && page.select(PLAYERS).isEmpty()
                ? Optional.of(new Rejected(Reason.PLACEHOLDER, said))
                : Optional.empty();
    }

    private List<TextBlock> behindHeading() {
        for (int i = 0; i < blocks.size(); i++) {
            TextBlock block = blocks.get(i);
            if (Headings.isHeading(block.element()) && !block.furniture()) {
                return blocks.subList(i + 1, Math.min(blocks.size(), i + 1 + NEAR)).stream()
                        .filter(near -> !near.furniture() && near.linkDensity() < LINKED)
                        .toList();
            }
        }
        return List.of();
    }

    private Optional<Rejected> aboutSomethingElse() {
        return facts.hint()
                .title()
                .filter(title -> new HintedTitle(title).isContradictedBy(page, blocks, region))
                .map(title -> new Rejected(Reason.WRONG_PAGE, "does not speak of: " + title));
    }

    /** Nothing but menus and labels; a picture, a film or a file of its own makes a release without text. */
    private Optional<Rejected> withoutText() {
        boolean text = region.weight() >= LABELS_MAX || region.blocks().stream().anyMatch(PageKind::isSentence);
        if (text
                || hasFile()
                || (isDated()
                        && (!Images.find(region, Optional.empty()).isEmpty()
                                || !page.select(PLAYERS).isEmpty()))) {
            return Optional.empty();
        }
        double shown = TextBlock.weightOf(blocks);
        return Optional.of(
                shown < SHELL_MAX && page.selectFirst("script") != null
                        ? new Rejected(Reason.SCRIPT_ONLY, "scripts and next to no text")
                        : new Rejected(Reason.EMPTY, "menus and labels, no text"));
    }

    private boolean hasFile() {
        return !Attachments.find(page, page.charset(), region, blocks, -1).isEmpty();
    }

    private static boolean isSentence(TextBlock block) {
        return block.weight() >= LABEL_MAX || SENTENCE_END.matcher(block.text()).find();
    }

    /** Whether a date stands outside of head, foot and menus, or in what machines are told. */
    private boolean isDated() {
        return blocks.stream().anyMatch(block -> !block.furniture() && block.linkDensity() < LINKED && isDate(block))
                || page.selectFirst("time[datetime], meta[property=article:published_time]") != null;
    }

    private static boolean isDate(TextBlock block) {
        return block.weight() < 120
                && block.text().chars().anyMatch(Character::isDigit)
                && WrittenDates.first(block.text(), false).isPresent();
    }
}
