package io.communique.enrich.field;

import io.communique.enrich.block.BlockReader;
import io.communique.enrich.block.Headings;
import io.communique.enrich.block.TextBlock;
import io.communique.enrich.strip.Region;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A release's title.
 *
 * @param text plain text
 * @param at index of the block that shows it; -1 if none does
 */
public record Title(String text, int at) {
    private static final Pattern TITLE_CLASS = Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:h?tit(?:le|ulo|el|re)?|subject|headline|heading|(?:view|bo_?v|article|post|page|entry|content)_?-?tit\\w*)(?:$|[\\s_-])");
    private static final Pattern CUT = Pattern.compile("\\s*(?:\\.{2,}|…)$");
    /** The cell before the title's, on boards that are tables. */
    private static final Pattern LABEL = Pattern.compile(
            "(?iu)(?:제\\s*목|글제목|title|subject|headline|titel|betreff|titre|objet|título|asunto|titolo|件名|題名|标\\s*题|標題|название|заголовок|العنوان)\\s*[:：]?");
    /** The front page of a site, or of one of its languages. */
    private static final Pattern HOME =
            Pattern.compile("(?i)https?://[^/]+(?:/(?:[a-z]{2,3}/?)?(?:(?:index|main|home|default)[^/]{0,20})?)?");
    /** What joins a title to the kicker over it. */
    private static final Pattern JOINT = Pattern.compile("^\\s*[:|·–—]\\s+");

    /** A talk's title stands in quotation marks above it. */
    private static final Pattern QUOTES = Pattern.compile("^[\"“„«「]([^\"“”„«»「」]+)[\"”“»」]$");

    private static final int LABEL_MAX = 24;
    private static final double PROSE = 150;
    private static final double LABELLED = 1.2;
    private static final double LENGTH_MAX = 400;
    private static final double LENGTH_MIN = 4;
    /** A heading this far behind the beginning of the text is one of its sections. */
    private static final int BEHIND_MAX = 12;
    /** A longer heading that says what the page's description says is a lead. */
    private static final int DESCRIBED_MAX = 150;

    /** What a heading below a paragraph keeps of its score. */
    private static final double SECTION = 0.3;

    private static final double LINKED_MAX = 0.5;
    /** With more links than this, and little else, a line is a menu. */
    private static final int LINKS_MAX = 2;
    /** From here on a block is what the witnesses mean, wherever it stands. */
    private static final double AGREED = 0.6;
    /** A block that no witness knows needs this much of its own: an h1, or a titled heading near the text. */
    private static final double UNWITNESSED_MIN = 0.8;

    /**
     * Returns the title that most witnesses agree on; empty if the page names none.
     *
     * <p>What a reader sees wins over what machines are told, for templates tell machines the name of the portal or of the section; what
     * machines and lists are told decides which of the headings is meant.
     *
     * @param hint what list or feed called the item
     */
    public static Optional<Title> vote(
            Document page, StructuredData data, List<TextBlock> blocks, Region region, Optional<String> hint) {
        TitleWitnesses witnesses = TitleWitnesses.of(page, data, hint);
        int last = Math.min(region.start() + BEHIND_MAX, halfway(blocks, region));
        int prose = firstProse(blocks, region);
        Title best = null;
        double bestScore = 0;
        double bestAgreement = 0;
        for (int i = 0; i < blocks.size(); i++) {
            TextBlock block = blocks.get(i);
            double agreement = isShort(block) ? agreement(blocks, i, witnesses, i <= last) : 0;
            if (isShort(block) && (i <= last || agreement >= AGREED)) {
                double score =
                        score(blocks, i, region, witnesses, agreement) * (i > prose && !isInH1(block) ? SECTION : 1);
                if (score > bestScore) {
                    best = new Title(block.text(), i);
                    bestScore = score;
                    bestAgreement = agreement;
                }
            }
        }
        if (best == null || (bestAgreement == 0 && !speaksForItself(blocks.get(best.at()), bestScore))) {
            Title shown = best;
            return witnesses
                    .spokesman()
                    .map(text -> new Title(text, -1))
                    .or(() -> Optional.ofNullable(shown))
                    .or(() -> emphasised(blocks, region));
        }
        int at = twin(blocks, best.at());
        String whole = whole(blocks.get(at), witnesses);
        return Optional.of(new Title(JOINT.matcher(whole).replaceFirst(""), at));
    }

    /** Returns where the text has its first paragraph: a heading behind it is most likely one of its sections. */
    private static int firstProse(List<TextBlock> blocks, Region region) {
        return region.blocks().stream()
                .filter(block -> block.weight() > PROSE && block.linkDensity() < LINKED_MAX)
                .findFirst()
                .map(blocks::indexOf)
                .orElse(blocks.size());
    }

    private static boolean isInH1(TextBlock block) {
        return block.element().closest("h1") != null;
    }

    /** Returns where half of the text has been said: a heading behind it has more text over it than under it. */
    private static int halfway(List<TextBlock> blocks, Region region) {
        double left = region.weight() / 2;
        int at = region.start();
        for (TextBlock block : region.blocks()) {
            left -= block.weight();
            if (left <= 0) {
                at = Math.max(at, blocks.indexOf(block));
                break;
            }
        }
        return at;
    }

    /** A text that repeats its title in a heading of its own has it in the h1 over it: that one is the page's. */
    private static int twin(List<TextBlock> blocks, int at) {
        String said = TitleWitnesses.key(blocks.get(at).text());
        for (int i = Math.max(0, at - BEHIND_MAX); i < at; i++) {
            boolean isHigher = Headings.level(blocks.get(i).element()) == 1
                    && Headings.level(blocks.get(at).element()) > 1;
            if (isHigher && TitleWitnesses.key(blocks.get(i).text()).equals(said)) {
                return i;
            }
        }
        return at;
    }

    /** An h1 outside of head and menus is a title though machines are told another; any other heading must stand near the text. */
    private static boolean speaksForItself(TextBlock block, double score) {
        return score >= UNWITNESSED_MIN || (isInH1(block) && !block.standsApart() && !leadsHome(block));
    }

    private static boolean isShort(TextBlock block) {
        int breaks = block.lines().size() - 1;
        return block.text().length() - breaks <= LENGTH_MAX && block.weight() >= LENGTH_MIN;
    }

    private static double score(
            List<TextBlock> blocks, int at, Region region, TitleWitnesses witnesses, double agreement) {
        TextBlock block = blocks.get(at);
        double heading = heading(blocks, at);
        if (heading == 0 && agreement < AGREED) {
            return 0;
        }
        int distance = at <= region.start() ? region.start() - at : 2 * (at - region.start());
        double nearness = 0.35 + 0.65 / (1 + distance / 6.0);
        double length = 0.5 + Math.min(block.weight(), 50) / 100;
        boolean agreed = agreement >= AGREED;
        if (!agreed && block.linkDensity() > LINKED_MAX && block.links() > LINKS_MAX) {
            return 0;
        }
        double place = block.standsApart() ? agreed ? 0.5 : 0.2 : 1;
        return (heading + 2 * agreement)
                * nearness
                * length
                * place
                * (witnesses.isName(block.text()) || leadsHome(block) ? 0.15 : 1)
                * (block.linkDensity() > 0.5 && !agreed ? 0.4 : 1);
    }

    /** On pages from before headings: the last line in bold, by itself, before the text begins. */
    private static Optional<Title> emphasised(List<TextBlock> blocks, Region region) {
        Title title = null;
        for (int i = Math.max(0, region.start() - BEHIND_MAX);
                i < Math.min(blocks.size(), region.start() + BEHIND_MAX);
                i++) {
            TextBlock block = blocks.get(i);
            if (block.weight() > PROSE) {
                return Optional.ofNullable(title);
            }
            if (isShort(block)
                    && isBold(block)
                    && WrittenDates.find(block.text(), false).isEmpty()) {
                title = new Title(QUOTES.matcher(block.text()).replaceAll("$1"), i);
            }
        }
        return Optional.ofNullable(title);
    }

    private static boolean isBold(TextBlock block) {
        String first = block.lines().get(0);
        return block.linkDensity() < 0.5
                && block.element().select("b, strong, font[size]").stream()
                        .limit(50)
                        .anyMatch(bold -> BlockReader.fold(bold.text()).contains(first));
    }

    /** The page's description is no witness by itself: where it is a heading or labelled as the title, it is one more. */
    private static double agreement(List<TextBlock> blocks, int at, TitleWitnesses witnesses, boolean alsoReworded) {
        String text = blocks.get(at).text();
        String key = TitleWitnesses.key(text);
        double described =
                text.length() <= DESCRIBED_MAX && witnesses.isDescription(key) && heading(blocks, at) > 0 ? 1 : 0;
        return described + witnesses.agreement(text, key, alsoReworded);
    }

    private static double heading(List<TextBlock> blocks, int at) {
        return heading(blocks.get(at).element())
                + (at > 0 && isLabel(blocks.get(at - 1).text()) ? LABELLED : 0);
    }

    private static boolean isLabel(String text) {
        return text.length() <= LABEL_MAX && LABEL.matcher(text).matches();
    }

    private static double heading(Element element) {
        double strength = 0;
        Element at = element;
        for (int up = 0; up < 2 && at != null && strength < 1; up++, at = at.parent()) {
            strength = switch (at.normalName()) {
                case "h1" -> 2;
                case "h2" -> 1.4;
                case "h3" -> 1;
                case "h4", "h5" -> 0.6;
                default -> 0;
            };
        }
        Element parent = element.parent();
        boolean named = isTitleClass(element) || (parent != null && isTitleClass(parent) && parent.childrenSize() <= 3);
        return strength + (named ? 0.7 : 0);
    }

    private static boolean isTitleClass(Element element) {
        String name = element.className();
        return mayNameTitle(name) && TITLE_CLASS.matcher(name).find();
    }

    /** Every name of the pattern has one of these in it; most names of a page have none. */
    private static boolean mayNameTitle(String name) {
        for (int i = 0; i + 2 < name.length(); i++) {
            boolean may = switch (name.charAt(i) | 0x20) {
                case 't' -> name.regionMatches(true, i, "tit", 0, 3);
                case 's' -> name.regionMatches(true, i, "subject", 0, 7);
                case 'h' -> name.regionMatches(true, i, "head", 0, 4);
                default -> false;
            };
            if (may) {
                return true;
            }
        }
        return false;
    }

    /** The name of the site in its head is a link to its first page. */
    private static boolean leadsHome(TextBlock block) {
        if (block.linkDensity() < 0.5) {
            return false;
        }
        Element link = block.element().normalName().equals("a")
                ? block.element()
                : Optional.ofNullable(block.element().selectFirst("a[href]"))
                        .orElse(block.element().closest("a[href]"));
        return link != null && HOME.matcher(link.absUrl("href")).matches();
    }

    /** The title in full and alone: without the kicker over it and the counter behind it, and with what dots had cut off. */
    private static String whole(TextBlock block, TitleWitnesses witnesses) {
        String text = block.text();
        if (CUT.matcher(text).find()) {
            String cut = CUT.matcher(text).replaceAll("");
            return fullAttribute(block.element(), cut)
                    .or(() -> witnesses.completed(cut))
                    .orElse(text);
        }
        return part(block.element(), witnesses).or(() -> witnesses.ending(text)).orElse(text);
    }

    private static Optional<String> fullAttribute(Element element, String cut) {
        for (@Nullable
        Element at : new Element[] {element, element.selectFirst("[title]"), element.closest("a[title]")}) {
            String full = at == null ? "" : BlockReader.fold(at.attr("title"));
            if (full.length() > cut.length() && full.startsWith(cut)) {
                return Optional.of(full);
            }
        }
        return Optional.empty();
    }

    /** An element inside the heading that says exactly what a witness says: the rest is a kicker, a date, a name. */
    private static Optional<String> part(Element heading, TitleWitnesses witnesses) {
        if (witnesses.isWithin(BlockReader.fold(heading.text()))) {
            return Optional.empty();
        }
        return heading.select("*").stream()
                .skip(1)
                .limit(30)
                .flatMap(inner -> List.of(BlockReader.fold(inner.text()), BlockReader.fold(inner.ownText())).stream())
                .filter(witnesses::isExactly)
                .findFirst()
                .or(() -> Optional.of(BlockReader.fold(heading.ownText())).filter(witnesses::isExactly));
    }
}
