package io.communique.enrich.text.date;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the text has said of time so far: the years that sentence, paragraph and heading are about, and the date last named.
 *
 * <p>The years live as long as what they were said in; only the last one of an earlier paragraph is kept beside.
 */
final class Narrative {
    private final Optional<LocalDate> today;
    private final boolean history;
    private final OptionalInt textYear;
    private OptionalInt sentenceYear = OptionalInt.empty();
    private OptionalInt paragraphYear = OptionalInt.empty();
    private OptionalInt headingYear = OptionalInt.empty();
    private OptionalInt lastYear = OptionalInt.empty();
    private Optional<Span> last = Optional.empty();
    private Optional<Span> lastTold = Optional.empty();
    private Optional<Span> lastInSentence = Optional.empty();
    private Optional<Span> lastPeriod = Optional.empty();
    private boolean periodIsOld;
    private boolean heading;

    /**
     * @param today the day that "today" means; empty if not known
     * @param history whether the text tells of other years than that of its publication
     * @param textYear the year that the text's own dates are in; empty if they name none
     */
    Narrative(Optional<LocalDate> today, boolean history, OptionalInt textYear) {
        this.today = today;
        this.history = history;
        this.textYear = textYear;
    }

    Optional<LocalDate> today() {
        return today;
    }

    boolean isHistory() {
        return history;
    }

    OptionalInt sentenceYear() {
        return sentenceYear;
    }

    OptionalInt paragraphYear() {
        return paragraphYear.isPresent() ? paragraphYear : headingYear;
    }

    /** Returns the year that was last spoken of, however long ago. */
    OptionalInt lastYear() {
        return lastYear;
    }

    /** Returns the year that goes for all of the text: in one about the past the last spoken of, else that of its own dates. */
    OptionalInt textYear() {
        return lastYear.isPresent() && (history || textYear.isEmpty()) ? lastYear : textYear;
    }

    /** Returns the date last named, for "the following month". */
    Optional<Span> last() {
        return last;
    }

    /** Returns the date last named that was not itself counted from another: what "the year before" is counted from, said once or twice. */
    Optional<Span> lastTold() {
        return lastTold;
    }

    /** Returns the date last named in the sentence, for "17 May and the 19th". */
    Optional<Span> lastInSentence() {
        return lastInSentence;
    }

    /** Returns the month, quarter or other part of a year that this paragraph or the one before last told of, unless it went on to whole years. */
    Optional<Span> lastPeriod() {
        return lastPeriod;
    }

    /** Notes a part of a year that the sentence goes on to tell of. */
    void notePeriodAhead(Span period) {
        lastPeriod = Optional.of(period);
        periodIsOld = false;
    }

    void beginSentence() {
        lastInSentence = Optional.empty();
        sentenceYear = OptionalInt.empty();
    }

    /** @param continued whether it goes on with what the paragraph before spoke of, as an item of a list does */
    void beginParagraph(boolean isHeading, boolean continued) {
        beginSentence();
        if (periodIsOld) {
            lastPeriod = Optional.empty();
        }
        periodIsOld = true;
        heading = isHeading;
        if (isHeading) {
            headingYear = OptionalInt.empty();
        }
        if (!continued) {
            paragraphYear = OptionalInt.empty();
        }
    }

    /** Notes a year that is told of in this sentence only. */
    void noteAside(int year) {
        sentenceYear = OptionalInt.of(year);
    }

    /**
     * Notes a date that stands in the text.
     *
     * @param named whether it says what the text is about
     * @param counted whether it is counted from another, as "the year before" is
     */
    void note(Span span, boolean named, boolean counted) {
        last = Optional.of(span);
        lastInSentence = last;
        if (!counted) {
            lastTold = last;
            if (span.isPartOfYear()) {
                lastPeriod = last;
                periodIsOld = false;
            } else if (named && span.unit() == Unit.YEAR) {
                lastPeriod = Optional.empty();
            }
        }
        boolean within = span.from().getYear() == span.to().getYear();
        if (named && within) {
            OptionalInt year = OptionalInt.of(span.from().getYear());
            sentenceYear = year;
            paragraphYear = year;
            lastYear = year;
            if (heading) {
                headingYear = year;
            }
        }
    }
}
