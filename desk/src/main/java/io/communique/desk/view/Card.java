package io.communique.desk.view;

import io.communique.contract.release.Block;
import io.communique.contract.release.Figure;
import io.communique.contract.release.Publisher;
import io.communique.contract.release.Release;
import io.communique.desk.query.Asked;
import java.text.BreakIterator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A release in a list: who said what, with the sentence of its leading figure, or its first one.
 *
 * @param number for paging
 * @param id of the release
 * @param address of its page
 * @param title or the beginning of the text where it has none
 * @param titlePieces the title with the words of a search marked
 * @param publisher or the source where it is not known
 * @param country of the publisher; empty if not known
 * @param source id
 * @param published as the page says; empty if it does not
 * @param seen when the first edition arrived, ISO 8601
 * @param language BCP 47; empty if not known
 * @param sentence with its marks
 * @param edition from 1
 * @param withdrawn whether it is
 */
public record Card(
        long number,
        String id,
        String address,
        String title,
        List<Piece> titlePieces,
        String publisher,
        String country,
        String source,
        String published,
        String seen,
        String language,
        List<Piece> sentence,
        int edition,
        boolean withdrawn) {
    private static final int SENTENCE_MAX = 320;
    private static final int TITLE_MAX = 140;

    /** What a reader looks for first. */
    private static final List<Figure.Kind> LEADING =
            List.of(Figure.Kind.MONEY, Figure.Kind.PERCENT, Figure.Kind.QUANTITY, Figure.Kind.COUNT);

    /** Makes the card of a release. */
    public static Card of(long number, Release release) {
        return of(number, release, Highlight.none());
    }

    /** Makes the card of a release that a search has found: if the sentence has none of its words, the first one that has takes its place. */
    public static Card of(long number, Release release, Highlight highlight) {
        String title = release.title().orElseGet(() -> cut(release.body(), TITLE_MAX));
        return new Card(
                number,
                release.id(),
                address(release.id()),
                title,
                highlight.in(List.of(Piece.plain(title))),
                release.publisher().map(Publisher::name).orElse(release.source()),
                release.publisher().flatMap(Publisher::country).orElse(""),
                release.source(),
                release.published().at().orElse(""),
                release.firstSeenAt().toString(),
                release.language().orElse(""),
                sentence(release, highlight),
                release.edition(),
                release.state() == Release.State.WITHDRAWN);
    }

    /** Returns the address of a release's page. */
    public static String address(String id) {
        return "/release?id=" + Asked.encoded(id);
    }

    private static List<Piece> sentence(Release release, Highlight highlight) {
        if (release.body().isEmpty()) {
            return List.of();
        }
        MarkedText text = MarkedText.of(release);
        List<Piece> leading = sentence(
                release, text, highlight, leading(release).map(Figure::start).orElse(0));
        boolean isHit = leading.stream().anyMatch(piece -> piece.mark().equals(Highlight.HIT));
        OptionalInt first = isHit ? OptionalInt.empty() : highlight.first(release.body());
        return first.isPresent() ? sentence(release, text, highlight, first.getAsInt()) : leading;
    }

    /** The sentence around a place; it does not reach out of its block, nor far from the place. */
    private static List<Piece> sentence(Release release, MarkedText text, Highlight highlight, int at) {
        Block block = release.blocks().stream()
                .filter(one -> one.start() <= at && at < one.end())
                .findFirst()
                .orElse(new Block(
                        Block.Kind.PARAGRAPH,
                        Optional.empty(),
                        1,
                        0,
                        release.body().length()));
        // A block may be long, and looking for its sentences' ends takes as long.
        int near = Math.max(block.start(), at - SENTENCE_MAX);
        int far = Math.min(block.end(), at + SENTENCE_MAX);
        BreakIterator sentences = BreakIterator.getSentenceInstance(
                release.language().map(Locale::forLanguageTag).orElse(Locale.ROOT));
        sentences.setText(release.body().substring(near, far));
        int to = near + sentences.following(at - near);
        int from = near + sentences.previous();
        return highlight.in(text.pieces(from, Math.min(to, Math.max(from + SENTENCE_MAX, at + 1))));
    }

    /** A figure that is said of something comes before a bare one, then by kind, then in the order of the text. */
    private static Optional<Figure> leading(Release release) {
        return release.figures().stream()
                .filter(figure -> LEADING.contains(figure.kind()))
                .min(Comparator.comparing((Figure figure) -> figure.about().isEmpty())
                        .thenComparing(figure -> LEADING.indexOf(figure.kind())));
    }

    private static String cut(String text, int max) {
        return text.length() <= max
                ? text
                : text.substring(0, Character.isLowSurrogate(text.charAt(max)) ? max - 1 : max) + "…";
    }
}
