package io.communique.contract.release;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A date or period that the body names, resolved against what the text is about.
 *
 * @param text as written
 * @param from first day meant
 * @param to last day meant, included; not before {@code from}
 * @param start first UTF-16 code unit in the body
 * @param end one past the last
 * @param rule the rule that read it, for whoever asks why; empty in records that older versions wrote
 */
public record DateMention(String text, LocalDate from, LocalDate to, int start, int end, Optional<String> rule) {
    public DateMention {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(rule, "rule");
        Checks.requireSpan(start, end);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a date ends no earlier than it begins: " + from + ".." + to);
        }
    }
}
