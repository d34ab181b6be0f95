package io.communique.enrich.page;

import io.communique.enrich.block.TextBlock;
import io.communique.enrich.field.WrittenDates;
import io.communique.enrich.page.Rejected.Reason;
import io.communique.enrich.strip.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Recognises pages that are no release although they look like pages. */
final class PageKind {
    /** Error pages say little; an article about a missing page says more. */
    private static final double ERROR_TEXT_MAX = 900;

    private static final double ARTICLE_MIN = 200;
    private static final int LISTED_MIN = 5;
    private static final double PHRASE_SHARE = 0.2;
    private static final int SNIFFED = 2_000;

    private static final Pattern NOT_FOUND = Pattern.compile(
            "(?iu)"
                    + "\\b(?:page|document|file|url|content|item|release)\\b.{0,30}\\b(?:not (?:be )?found|does ?n[o']t exist|no longer (?:exists|available))"
                    + "|\\b(?:error|fehler|erreur|erro)\\W{0,3}404\\b|\\b404\\b.{0,20}\\b(?:error|not found|fehler)|^\\W*404\\W*$|^not found$"
                    + "|seite .{0,20}nicht (?:gefunden|vorhanden)|page .{0,12}(?:introuvable|non trouvée)|página .{0,12}no (?:encontrada|existe)|página não encontrada"
                    + "|pagina non trovata|페이지를 찾을 수 없|존재하지 않는|잘못된 (?:접근|경로)|삭제되었거나|ページ(?:が|は)(?:見つかりません|存在しません)|页面不存在|找不到.{0,6}页|страница не найдена");
    private static final Pattern CHALLENGE = Pattern.compile(
            "(?iu)just a moment\\.\\.\\.|checking your browser|verify (?:that )?you are (?:a )?human|are you a robot|access denied|request (?:has been )?blocked|captcha|enable javascript and cookies to continue|접속 ?대기|비정상적인 접근");

    private PageKind() {}

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

    /** Pages of the wrong kind, by what they say. */
    static Optional<Rejected> of(Document page, List<TextBlock> blocks, Region region) {
        if (blocks.isEmpty()) {
            return Optional.of(new Rejected(Reason.EMPTY, "no text"));
        }
        return error(page, blocks, region).or(() -> listing(blocks, region));
    }

    private static Optional<Rejected> error(Document page, List<TextBlock> blocks, Region region) {
        if (region.weight() > ERROR_TEXT_MAX) {
            return Optional.empty();
        }
        for (String line : headlines(page, blocks, region)) {
            if (isAbout(line, NOT_FOUND)) {
                return Optional.of(new Rejected(Reason.SOFT_404, line));
            }
            if (isAbout(line, CHALLENGE)) {
                return Optional.of(new Rejected(Reason.CHALLENGE, line));
            }
        }
        return Optional.empty();
    }

    /** An error page's line says that and little else; a sentence about missing pages says more. */
    private static boolean isAbout(String line, Pattern phrase) {
        Matcher matcher = phrase.matcher(line);
        return matcher.find() && matcher.end() - matcher.start() >= line.length() * PHRASE_SHARE;
    }

    private static List<String> headlines(Document page, List<TextBlock> blocks, Region region) {
        List<String> lines = new ArrayList<>();
        lines.add(page.title());
        for (Element heading : page.select("h1, h2, h3")) {
            lines.add(heading.text());
        }
        region.blocks().stream()
                .limit(2)
                .map(TextBlock::text)
                .filter(text -> text.length() < 160)
                .forEach(lines::add);
        blocks.stream()
                .limit(3)
                .map(TextBlock::text)
                .filter(text -> text.length() < 80)
                .forEach(lines::add);
        return lines;
    }

    /** Many short linked lines with dates, and no text to speak of. */
    private static Optional<Rejected> listing(List<TextBlock> blocks, Region region) {
        boolean noText = region.weight() < ARTICLE_MIN
                || region.blocks().stream().noneMatch(block -> block.weight() >= 120 && block.linkDensity() < 0.3);
        if (!noText) {
            return Optional.empty();
        }
        long linked = blocks.stream()
                .filter(block -> block.linkDensity() > 0.6 && block.weight() >= 25 && !block.furniture())
                .count();
        if (linked < LISTED_MIN) {
            return Optional.empty();
        }
        // Dates are dear to search: they are asked last, and only until there are enough.
        long dated = blocks.stream()
                .filter(block -> block.weight() < 160
                        && WrittenDates.first(block.text(), false).isPresent())
                .limit(LISTED_MIN)
                .count();
        return dated >= LISTED_MIN
                ? Optional.of(new Rejected(Reason.LISTING, linked + " linked lines with dates, no text"))
                : Optional.empty();
    }
}
