package io.communique.enrich.text.entity;

import io.communique.contract.release.Entity;
import java.util.ArrayList;
import java.util.List;

/** Puts together what a model takes apart at a nickname: {@code Ann "the Gull" Berg} is one name. */
final class Nicknames {
    private final Tokens tokens;
    private final PersonNames names;

    Nicknames(Reading reading) {
        this.tokens = reading.tokens();
        this.names = new PersonNames(reading);
    }

    /** Returns the spans in their order, those of persons around a nickname as one. */
    List<NameModel.Span> joined(List<NameModel.Span> spans) {
        List<NameModel.Span> joined = new ArrayList<>();
        for (NameModel.Span span : spans) {
            NameModel.Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            NameModel.Span whole = whole(span);
            if (last != null && last.type() == Entity.Type.PERSON && span.from() < last.to()) {
                joined.set(joined.size() - 1, upTo(last, Math.max(last.to(), whole.to())));
            } else {
                joined.add(whole);
            }
        }
        return joined;
    }

    /** Returns the span up to the end of the name, if a nickname stands in it or behind it. */
    private NameModel.Span whole(NameModel.Span span) {
        if (span.type() != Entity.Type.PERSON) {
            return span;
        }
        int to = span.to();
        for (int at = span.from() + 1; at <= span.to() && at < tokens.size(); at++) {
            int end = names.nicknameEnd(at);
            if (end > at) {
                to = Math.max(to, Math.max(end + 1, names.end(end, false)));
            }
        }
        return upTo(span, to);
    }

    private static NameModel.Span upTo(NameModel.Span span, int to) {
        return new NameModel.Span(span.from(), to, span.type(), span.score());
    }
}
