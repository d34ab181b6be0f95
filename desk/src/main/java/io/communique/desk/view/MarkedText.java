package io.communique.desk.view;

import io.communique.contract.release.Block;
import io.communique.contract.release.DateMention;
import io.communique.contract.release.Entity;
import io.communique.contract.release.Figure;
import io.communique.contract.release.Mention;
import io.communique.contract.release.Release;
import io.communique.desk.query.Asked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** A release's text with its names, dates and figures marked where they stand. */
public final class MarkedText {
    private final String body;
    private final List<Span> spans;

    private MarkedText(String body, List<Span> spans) {
        this.body = body;
        this.spans = spans;
    }

    /** Marks the text of a release. */
    public static MarkedText of(Release release) {
        List<Span> spans = new ArrayList<>();
        for (Entity entity : release.entities()) {
            entity.mentions().forEach(mention -> spans.add(span(entity, mention)));
        }
        release.dates().forEach(date -> spans.add(span(date)));
        release.figures().forEach(figure -> spans.add(span(figure)));
        // Where two overlap, the longer of those that begin first stands.
        spans.sort(Comparator.comparingInt(Span::start)
                .thenComparing(Comparator.comparingInt(Span::end).reversed()));
        return new MarkedText(release.body(), spans);
    }

    private static Span span(Entity entity, Mention mention) {
        return new Span(mention.start(), mention.end(), text -> {
            String type = Labels.of(entity.type());
            String tip = entity.name() + entity.role().map(role -> " · " + role).orElse("");
            return new Piece(text, type, tip, named(type, entity.name()));
        });
    }

    private static Span span(DateMention date) {
        return new Span(
                date.start(), date.end(), text -> new Piece(text, "date", Labels.days(date.from(), date.to()), ""));
    }

    private static Span span(Figure figure) {
        return new Span(
                figure.start(),
                figure.end(),
                text -> new Piece(text, "figure", Labels.explained(figure), FigureRow.aboutAddress(figure)));
    }

    /** Returns the address of the page about somebody or something. */
    public static String named(String type, String name) {
        return "/named?" + type + "=" + Asked.encoded(name);
    }

    /** Returns the parts of the text, in order. */
    public List<Part> parts(List<Block> blocks) {
        List<Part> parts = new ArrayList<>();
        for (Block block : blocks) {
            parts.add(new Part(
                    Labels.of(block.kind()),
                    block.level(),
                    block.marker().orElse(""),
                    pieces(block.start(), block.end())));
        }
        return parts;
    }

    /** Returns the text between two places, cut where marks begin and end; a mark that reaches out of it is left out. */
    public List<Piece> pieces(int from, int to) {
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        for (Span span : spans) {
            if (span.start() >= at && span.end() <= to) {
                if (span.start() > at) {
                    pieces.add(Piece.plain(body.substring(at, span.start())));
                }
                pieces.add(span.piece().apply(body.substring(span.start(), span.end())));
                at = span.end();
            }
        }
        if (at < to) {
            pieces.add(Piece.plain(body.substring(at, to)));
        }
        return pieces;
    }

    /** Where a mark stands; its piece is made of its text when that is shown, and of most it never is. */
    private record Span(int start, int end, Function<String, Piece> piece) {}
}
