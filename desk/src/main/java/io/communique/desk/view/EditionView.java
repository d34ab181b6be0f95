package io.communique.desk.view;

import io.communique.contract.change.Change;
import io.communique.contract.change.EntityChange;
import io.communique.contract.change.FigureChange;
import io.communique.contract.change.TextChange;
import io.communique.contract.change.WordChange;
import io.communique.contract.release.Figure;
import io.communique.contract.release.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an edition changed.
 *
 * @param edition its number
 * @param at when its bytes arrived, ISO 8601
 * @param sha256 of its bytes
 * @param significance minor or major; empty for the first edition
 * @param figures what became of numbers
 * @param names what became of names, one line each
 * @param texts what was reworded
 */
public record EditionView(
        int edition,
        String at,
        String sha256,
        String significance,
        List<FigureLine> figures,
        List<String> names,
        List<TextLine> texts) {
    /** Makes the view of a first edition. */
    public static EditionView first(Release release) {
        return new EditionView(
                release.edition(),
                release.fetchedAt().toString(),
                release.provenance().pageSha256(),
                "",
                List.of(),
                List.of(),
                List.of());
    }

    /** Makes the view of an edition and of what it changed. */
    public static EditionView of(Release release, Change change) {
        return new EditionView(
                release.edition(),
                release.fetchedAt().toString(),
                release.provenance().pageSha256(),
                change.significance().map(Labels::of).orElse(""),
                change.figures().stream().map(FigureLine::of).toList(),
                change.entities().stream().map(EditionView::name).toList(),
                change.text().stream().map(TextLine::of).toList());
    }

    private static String name(EntityChange change) {
        String sign = change.before().isEmpty() ? "+ " : change.after().isEmpty() ? "− " : "";
        String roles = change.before().isPresent() && change.after().isPresent()
                ? ": " + role(change.before().get()) + " → "
                        + role(change.after().get())
                : "";
        return sign + change.name() + roles;
    }

    private static String role(EntityChange.Named named) {
        return named.role().orElse("–");
    }

    /**
     * A number before and after.
     *
     * @param about the thing measured; empty if the rules found none
     * @param before empty if it is new
     * @param after empty if it is gone
     */
    public record FigureLine(String about, String before, String after) {
        static FigureLine of(FigureChange change) {
            Optional<Figure> either = change.after().or(change::before);
            return new FigureLine(
                    either.flatMap(Figure::about).orElse(""),
                    change.before().map(Labels::amount).orElse(""),
                    change.after().map(Labels::amount).orElse(""));
        }
    }

    /**
     * A paragraph before and after; words that went and came are marked.
     *
     * @param before empty if it is new
     * @param after empty if it is gone
     */
    public record TextLine(List<Piece> before, List<Piece> after) {
        static TextLine of(TextChange change) {
            return new TextLine(
                    change.before()
                            .map(text -> pieces(text, change.words(), true))
                            .orElse(List.of()),
                    change.after()
                            .map(text -> pieces(text, change.words(), false))
                            .orElse(List.of()));
        }

        private static List<Piece> pieces(String text, List<WordChange> words, boolean before) {
            String mark = before ? "gone" : "come";
            List<Piece> pieces = new ArrayList<>();
            int at = 0;
            for (WordChange word : words) {
                int start = before ? word.beforeStart() : word.afterStart();
                int end = before ? word.beforeEnd() : word.afterEnd();
                if (start > at) {
                    pieces.add(Piece.plain(text.substring(at, start)));
                }
                if (end > start) {
                    pieces.add(new Piece(text.substring(start, end), mark, "", ""));
                }
                at = Math.max(at, end);
            }
            if (at < text.length()) {
                pieces.add(words.isEmpty() ? new Piece(text, mark, "", "") : Piece.plain(text.substring(at)));
            }
            return pieces;
        }
    }
}
