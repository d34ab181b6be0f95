package io.communique.enrich.page;

import io.communique.enrich.block.TextBlock;
import io.communique.enrich.field.WrittenDates;
import io.communique.enrich.strip.Region;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognises pages that list releases: rows of links and dates, bare or each with the beginning of its text.
 *
 * <p>Dates are dear to search: they are asked last, and only until there are enough.
 */
final class Listing {
    private static final int ROWS_MIN = 5;
    /** A text of this much is none that a list shows beside its rows. */
    private static final double ARTICLE_MIN = 200;

    private static final double PROSE_MIN = 120;
    private static final double ROW_TITLE_MIN = 25;
    private static final double LINKED = 0.6;
    /** The beginning of a text, as lists show it, is shorter. */
    private static final double TEASER_MAX = 700;

    private static final double DATED_MAX = 160;
    /** A row that is one link from title to date is longer than a line with a date. */
    private static final double DATED_ROW_MAX = 600;
    /** This share of the text found stands in the rows. */
    private static final double ROWS_SHARE = 0.75;

    /** A day without its year, or with two digits of it, alone or at the end of a row's facts. */
    private static final Pattern SHORT_DAY =
            Pattern.compile("(?:^|\\D)\\d{1,2}\\s?(?:[./-]\\d{1,2}(?:[./-]\\d{1,2})?|[月월]\\s?\\d{1,2}\\s?[日일])\\.?$");

    private final List<TextBlock> blocks;
    private final Region region;

    Listing(List<TextBlock> blocks, Region region) {
        this.blocks = blocks;
        this.region = region;
    }

    /** Returns what shows that the page is a list; empty if it is none. */
    Optional<String> evidence() {
        return bareRows().or(this::linkedRows).or(this::teasers);
    }

    /** Many short linked lines with dates, and no text to speak of. */
    private Optional<String> bareRows() {
        boolean text = region.weight() >= ARTICLE_MIN
                && region.blocks().stream().anyMatch(block -> block.weight() >= PROSE_MIN && block.linkDensity() < 0.3);
        if (text) {
            return Optional.empty();
        }
        long linked = blocks.stream()
                .filter(block -> isRowTitle(block) && !block.furniture())
                .count();
        return linked >= ROWS_MIN && areDated(blocks, DATED_MAX)
                ? Optional.of(linked + " linked lines with dates, no text")
                : Optional.empty();
    }

    /** What was found is links for the most part. */
    private Optional<String> linkedRows() {
        List<TextBlock> rows =
                region.blocks().stream().filter(Listing::isRowTitle).toList();
        double weight = TextBlock.weightOf(rows);
        if (rows.size() < ROWS_MIN || weight < region.weight() * LINKED) {
            return Optional.empty();
        }
        return areDated(rows, DATED_ROW_MAX) || areDated(span(), DATED_MAX)
                ? Optional.of(rows.size() + " rows that are links, with dates")
                : Optional.empty();
    }

    /** Row after row of a link, a date and a few lines, and next to nothing else. */
    private Optional<String> teasers() {
        List<TextBlock> span = span();
        int rows = 0;
        double inRows = 0;
        double teaser = 0;
        boolean open = false;
        for (TextBlock block : span) {
            if (isRowTitle(block)) {
                boolean row = open && teaser > 0 && teaser <= TEASER_MAX;
                rows += row ? 1 : 0;
                inRows += row ? teaser : 0;
                open = true;
                teaser = 0;
            } else if (block.linkDensity() < LINKED) {
                teaser += block.weight();
            }
        }
        boolean row = open && teaser > 0 && teaser <= TEASER_MAX;
        rows += row ? 1 : 0;
        inRows += row ? teaser : 0;
        double all = span.stream()
                .filter(block -> block.linkDensity() < LINKED)
                .mapToDouble(TextBlock::weight)
                .sum();
        return rows >= ROWS_MIN && inRows >= all * ROWS_SHARE && areDated(span, DATED_MAX)
                ? Optional.of(rows + " links with a date and a few lines each")
                : Optional.empty();
    }

    /** From shortly before the text found to its end, with what was not held for text between. */
    private List<TextBlock> span() {
        if (region.blocks().isEmpty()) {
            return List.of();
        }
        TextBlock last = region.blocks().get(region.blocks().size() - 1);
        int to = blocks.lastIndexOf(last) + 1;
        int from = Math.max(0, Math.min(region.start(), to) - 3);
        return blocks.subList(from, Math.max(from, to));
    }

    private static boolean isRowTitle(TextBlock block) {
        return block.weight() >= ROW_TITLE_MIN && block.linkDensity() > LINKED;
    }

    private static boolean areDated(List<TextBlock> lines, double weightMax) {
        return lines.stream()
                        .filter(block -> block.weight() < weightMax && isDated(block.text()))
                        .limit(ROWS_MIN)
                        .count()
                >= ROWS_MIN;
    }

    private static boolean isDated(String line) {
        return hasDigit(line)
                && (SHORT_DAY.matcher(line).find()
                        || WrittenDates.first(line, false).isPresent());
    }

    private static boolean hasDigit(String line) {
        return line.chars().anyMatch(Character::isDigit);
    }
}
