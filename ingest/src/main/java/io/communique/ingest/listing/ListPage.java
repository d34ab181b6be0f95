package io.communique.ingest.listing;

import io.communique.ingest.source.SourceList;
import io.communique.ingest.url.CanonicalUrl;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The rows of a list page.
 *
 * <p>Without selectors they are learned: links that stand at the same place of a repeated structure form a group, and the group that
 * looks most like headlines (long texts, dates beside them, outside navigation) is the list.
 */
final class ListPage {
    /** More rows than any press list shows at once. */
    private static final int ROWS_MAX = 2_000;

    private static final int GROUP_MIN = 2;
    private static final Pattern FURNITURE = Pattern.compile(
            "(?i)\\b(?:nav|gnb|lnb|snb|menu|breadcrumb|footer|header|skip|share|sns|paging|pagination|pager|related|sitemap|language|cookie)");
    private static final Pattern CUT = Pattern.compile("(?:\\.{2,}|…)$");

    private final Document page;
    private final URI base;

    ListPage(Document page, URI base) {
        this.page = page;
        this.base = base;
    }

    List<Candidate> bySelectors(SourceList.Selectors selectors) {
        List<Candidate> rows = new ArrayList<>();
        for (Element row : page.select(selectors.row())) {
            Element link = selectors.link().map(row::selectFirst).orElseGet(() -> row.selectFirst("a[href]"));
            if (link != null && rows.size() < ROWS_MAX) {
                Optional<String> title = selectors.title().map(row::selectFirst).map(Element::text);
                Optional<String> date = selectors.date().map(row::selectFirst).map(Element::text);
                candidate(link, title, date.or(() -> WrittenDay.full(row.text())))
                        .ifPresent(rows::add);
            }
        }
        return distinct(rows);
    }

    List<Candidate> learned() {
        List<Element> best = List.of();
        double bestScore = 0;
        for (List<Element> group : groups().values()) {
            double score = score(group);
            if (score > bestScore) {
                bestScore = score;
                best = group;
            }
        }
        List<Candidate> rows = new ArrayList<>();
        for (Element link : best) {
            candidate(link, Optional.empty(), date(link)).ifPresent(rows::add);
        }
        return distinct(rows);
    }

    /** Links by where they stand: the tags above them, without positions, up to the block that the rows share. */
    private Map<String, List<Element>> groups() {
        Map<String, List<Element>> groups = new LinkedHashMap<>();
        for (Element link : page.select("a[href]")) {
            if (isItem(link)) {
                groups.computeIfAbsent(place(link), any -> new ArrayList<>()).add(link);
            }
        }
        return groups;
    }

    private boolean isItem(Element link) {
        return !title(link).isBlank()
                && CanonicalUrl.resolve(base, link.attr("href")).isPresent()
                && !link.attr("href").startsWith("#");
    }

    private static String place(Element link) {
        StringBuilder place = new StringBuilder();
        for (Element at = link; at != null && !at.normalName().equals("body"); at = at.parent()) {
            place.append(at.normalName());
            if (!isRowLike(at)) {
                place.append('.').append(at.className());
            }
            place.append('<');
        }
        return place.toString();
    }

    /** Rows of one list often differ in class (odd, even, new, notice); their places are the same. */
    private static boolean isRowLike(Element at) {
        return switch (at.normalName()) {
            case "tr", "li", "a", "dd", "dt", "td", "article" -> true;
            default -> false;
        };
    }

    private double score(List<Element> group) {
        if (group.size() < GROUP_MIN) {
            return 0;
        }
        double score = 0;
        int dated = 0;
        Set<String> texts = new HashSet<>();
        for (Element link : group) {
            String title = title(link);
            if (texts.add(title)) {
                score += Math.min(weight(title), 60);
            }
            dated += date(link).isPresent() ? 1 : 0;
        }
        double mean = score / group.size();
        if (mean < 12) {
            score *= 0.1;
        }
        if (dated * 2 >= group.size()) {
            score *= 4;
        }
        return inFurniture(group.get(0)) ? score * 0.1 : score;
    }

    /** Length of a text as Latin letters would need it: an ideograph or a syllable block says about as much as two or three letters. */
    private static double weight(String text) {
        return text.codePoints().mapToDouble(c -> c >= 0x1100 ? 2.5 : 1).sum();
    }

    private static boolean inFurniture(Element link) {
        for (Element at = link; at != null && !at.normalName().equals("body"); at = at.parent()) {
            String name = at.normalName();
            if (name.equals("nav")
                    || name.equals("header")
                    || name.equals("footer")
                    || name.equals("aside")
                    || FURNITURE.matcher(at.id() + " " + at.className()).find()) {
                return true;
            }
        }
        return false;
    }

    /** The date of a link's row: in the smallest block around it that writes one, as long as that block is about this link alone. */
    private static Optional<String> date(Element link) {
        for (Element at = link.parent(); at != null && !at.normalName().equals("body"); at = at.parent()) {
            if (links(at) > 3) {
                return heading(link);
            }
            Optional<String> day = WrittenDay.full(at.text());
            if (day.isPresent()) {
                return day;
            }
        }
        return heading(link);
    }

    private static int links(Element at) {
        Set<String> targets = new HashSet<>();
        for (Element link : at.select("a[href]")) {
            targets.add(link.attr("href"));
        }
        return targets.size();
    }

    /** The date that stands above the row, as a heading for all rows of a day; its year may stand further up. */
    private static Optional<String> heading(Element link) {
        Optional<String> monthAndDay = Optional.empty();
        for (Element at = link; at != null && !at.normalName().equals("body"); at = at.parent()) {
            for (Element above = at.previousElementSibling(); above != null; above = above.previousElementSibling()) {
                String text = above.text();
                if (text.length() > 60) {
                    continue;
                }
                Optional<String> day = WrittenDay.full(text);
                if (day.isPresent()) {
                    return day;
                }
                monthAndDay = monthAndDay.or(() -> WrittenDay.monthAndDay(text));
                Optional<String> year = WrittenDay.year(text);
                if (monthAndDay.isPresent() && year.isPresent()) {
                    return Optional.of(year.get() + monthAndDay.get());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Candidate> candidate(Element link, Optional<String> title, Optional<String> date) {
        String text = title.filter(t -> !t.isBlank()).orElseGet(() -> title(link));
        return CanonicalUrl.resolve(base, link.attr("href"))
                .map(url -> new Candidate(url, Optional.of(text).filter(t -> !t.isBlank()), date));
    }

    /** A list that cuts its titles keeps the whole one in the title attribute. */
    private static String title(Element link) {
        String text = link.text().strip();
        String attribute = link.attr("title").strip();
        boolean cut = CUT.matcher(text).find();
        return cut && attribute.length() > text.length() ? attribute : text;
    }

    /** The first of each address: a row links its picture, its headline and its "more" to the same page. */
    private static List<Candidate> distinct(List<Candidate> rows) {
        Map<URI, Candidate> byUrl = new LinkedHashMap<>();
        for (Candidate row : rows) {
            byUrl.putIfAbsent(row.url(), row);
        }
        return byUrl.values().stream().limit(ROWS_MAX).toList();
    }
}
