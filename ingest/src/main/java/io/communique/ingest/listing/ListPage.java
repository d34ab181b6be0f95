package io.communique.ingest.listing;

import io.communique.ingest.source.ListRules;
import io.communique.ingest.source.SourceList;
import io.communique.ingest.url.CanonicalUrl;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

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

    /** What one page may make us look at: a page of nothing but links must not cost more than it weighs. */
    private static final int LINKS_MAX = 20_000;

    private static final int STEPS_MAX = 500_000;
    private static final int HEADING_LENGTH_MAX = 60;
    /** What may stand beside the day in a heading that leads somewhere: its archive. */
    private static final int BESIDE_A_DAY_MAX = 8;

    /** Longer than any row with its lead; what is around such a text says nothing about one link in it. */
    private static final int ROW_LENGTH_MAX = 5_000;

    private static final double HEADLINE_WEIGHT_MIN = 10;

    private final Document page;
    private final URI base;
    private final ItemLinks links;
    private final boolean maybeOne;
    private final IdentityHashMap<Element, Integer> linksIn = new IdentityHashMap<>();
    private final IdentityHashMap<Element, Set<String>> crowded = new IdentityHashMap<>();
    private final IdentityHashMap<Element, Optional<String>> rowTexts = new IdentityHashMap<>();
    private final IdentityHashMap<Element, String> places = new IdentityHashMap<>();
    private final IdentityHashMap<Node, WrittenHeading> headings = new IdentityHashMap<>();
    private final IdentityHashMap<Element, Optional<String>> dates = new IdentityHashMap<>();
    private int steps;

    /**
     * Reads a page.
     *
     * @param maybeOne whether the list may be so young that a single row is all of it; a dated headline alone is no list elsewhere
     */
    ListPage(Document page, URI base, ListRules rules, boolean maybeOne) {
        this.page = page;
        this.base = base;
        this.links = new ItemLinks(base, rules);
        this.maybeOne = maybeOne;
    }

    List<Candidate> bySelectors(SourceList.Selectors selectors) {
        List<Candidate> rows = new ArrayList<>();
        for (Element row : page.select(selectors.row())) {
            Optional<Element> link = selectors
                    .link()
                    .map(css -> Optional.ofNullable(row.selectFirst(css)))
                    .orElseGet(() -> links.firstIn(row));
            if (link.isPresent() && rows.size() < ROWS_MAX) {
                Optional<String> title = selectors.title().map(row::selectFirst).map(Element::text);
                Optional<String> date = selectors.date().map(row::selectFirst).map(Element::text);
                candidate(
                                link.get(),
                                title,
                                date.or(() -> beside(link.get().text(), row.text()))
                                        .or(() -> WrittenDay.full(row.text()))
                                        .or(() -> heading(row)))
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
        rows.addAll(elsewhere(rows));
        return distinct(rows);
    }

    /**
     * Returns what the page calls its next.
     *
     * @param selector of the link; empty to take the one that is marked as such (HTML, link type {@code next})
     */
    Optional<URI> next(Optional<String> selector) {
        return Optional.ofNullable(
                        page.selectFirst(selector.orElse("link[rel~=(?i)\\bnext\\b], a[rel~=(?i)\\bnext\\b]")))
                .map(link -> link.hasAttr("href") ? link.attr("href") : "")
                .filter(href -> !href.isBlank() && !href.startsWith("#"))
                .flatMap(href -> CanonicalUrl.resolve(base, href));
    }

    /** Items that stand outside of the rows, above them or beside: the latest, the most read, a pinned one. Their addresses give them away. */
    private List<Candidate> elsewhere(List<Candidate> rows) {
        Optional<AddressShape> shape =
                AddressShape.of(rows.stream().map(Candidate::url).toList());
        List<Candidate> more = new ArrayList<>();
        if (shape.isPresent()) {
            for (Element link : allLinks()) {
                boolean fits = links.target(link).filter(shape.get()::fits).isPresent();
                if (fits && weight(title(link)) >= HEADLINE_WEIGHT_MIN) {
                    candidate(link, Optional.empty(), rowDate(link)).ifPresent(more::add);
                }
            }
        }
        return more;
    }

    /** Links by where they stand: the tags above them, without positions, up to the block that the rows share. */
    private Map<String, List<Element>> groups() {
        Map<String, List<Element>> groups = new LinkedHashMap<>();
        for (Element link : allLinks()) {
            if (!title(link).isBlank() && links.target(link).isPresent()) {
                groups.computeIfAbsent(place(link), any -> new ArrayList<>()).add(link);
            }
        }
        return groups;
    }

    private List<Element> allLinks() {
        List<Element> all = links.in(page);
        return all.subList(0, Math.min(all.size(), LINKS_MAX));
    }

    private String place(Element link) {
        return places.computeIfAbsent(link, ListPage::placeOf);
    }

    private static String placeOf(Element link) {
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
        if (group.size() < GROUP_MIN && !(maybeOne && isDatedHeadline(group.get(0)))) {
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

    private boolean isDatedHeadline(Element link) {
        return date(link).isPresent() && weight(title(link)) >= HEADLINE_WEIGHT_MIN && !inFurniture(link);
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

    private Optional<String> date(Element link) {
        return dates.computeIfAbsent(link, any -> rowDate(link).or(() -> heading(link)));
    }

    /**
     * The date of a link's row: in the smallest block around it that writes one, as long as that block is about this link alone. A day that
     * the row writes beside its headline comes before one that is spoken of in it.
     */
    private Optional<String> rowDate(Element link) {
        String headline = link.text();
        for (Element at = link.parent(); at != null && !at.normalName().equals("body"); at = at.parent()) {
            if (linksIn(at) > 3 || holdsAnotherRow(at, link)) {
                break;
            }
            Optional<String> text = rowText(at);
            if (text.isEmpty()) {
                break;
            }
            Optional<String> day = beside(headline, text.get());
            if (day.isPresent()) {
                return day;
            }
        }
        return WrittenDay.full(headline);
    }

    private static Optional<String> beside(String headline, String text) {
        return WrittenDay.full(headline.isEmpty() ? text : text.replace(headline, " "));
    }

    /** What a block says; empty if that is more than a row does. */
    private Optional<String> rowText(Element block) {
        return rowTexts.computeIfAbsent(
                block, any -> Optional.of(any.text()).filter(text -> text.length() <= ROW_LENGTH_MAX));
    }

    private boolean holdsAnotherRow(Element block, Element link) {
        return crowded.computeIfAbsent(block, this::placesOfSeveral).contains(place(link));
    }

    /** The places at which a block has links to more than one target. */
    private Set<String> placesOfSeveral(Element block) {
        Map<String, Set<URI>> targets = new HashMap<>();
        for (Element link : links.in(block)) {
            links.target(link)
                    .ifPresent(target -> targets.computeIfAbsent(place(link), any -> new HashSet<>())
                            .add(target));
        }
        targets.values().removeIf(several -> several.size() < 2);
        return targets.keySet();
    }

    private int linksIn(Element at) {
        return linksIn.computeIfAbsent(at, any -> {
            Set<String> targets = new HashSet<>();
            for (Element link : links.in(at)) {
                links.target(link).map(URI::toString).ifPresent(targets::add);
                if (targets.size() > 3) {
                    break;
                }
            }
            return targets.size();
        });
    }

    /** The date that stands above the row, as a heading for all rows of a day; its year may stand further up, or nowhere. */
    private Optional<String> heading(Element link) {
        Optional<String> monthAndDay = Optional.empty();
        for (Element at = link; at != null && !at.normalName().equals("body"); at = at.parent()) {
            for (Node above = at.previousSibling();
                    above != null && steps < STEPS_MAX;
                    above = above.previousSibling()) {
                steps++;
                WrittenHeading written = written(above);
                if (monthAndDay.isEmpty() && written.day().isPresent()) {
                    return written.day();
                }
                monthAndDay = monthAndDay.or(written::monthAndDay);
                if (monthAndDay.isPresent() && written.year().isPresent()) {
                    return Optional.of(written.year().get() + monthAndDay.get());
                }
            }
        }
        return monthAndDay;
    }

    /**
     * What a node writes of a date, if it may be a heading: it is short, or a comment, for a site may write its dates in comments alone. A row
     * is none, even if its headline speaks of a day.
     */
    private WrittenHeading written(Node node) {
        return headings.computeIfAbsent(node, any -> {
            String text = "";
            if (node instanceof Element element) {
                text = element.text();
            } else if (node instanceof Comment comment) {
                text = comment.getData();
            }
            if (text.isEmpty() || text.length() > HEADING_LENGTH_MAX) {
                return WrittenHeading.NONE;
            }
            WrittenHeading written =
                    new WrittenHeading(WrittenDay.full(text), WrittenDay.monthAndDay(text), WrittenDay.year(text));
            boolean isRow = node instanceof Element element
                    && linksIn(element) > 0
                    && text.length() > written.length() + BESIDE_A_DAY_MAX;
            return isRow ? WrittenHeading.NONE : written;
        });
    }

    private record WrittenHeading(Optional<String> day, Optional<String> monthAndDay, Optional<String> year) {
        static final WrittenHeading NONE = new WrittenHeading(Optional.empty(), Optional.empty(), Optional.empty());

        int length() {
            return day.or(() -> monthAndDay).or(() -> year).map(String::length).orElse(0);
        }
    }

    private Optional<Candidate> candidate(Element link, Optional<String> title, Optional<String> date) {
        String text = title.filter(t -> !t.isBlank()).orElseGet(() -> title(link));
        return links.target(link)
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
