package io.communique.contract.change;

/**
 * Words that differ within a passage. Offsets are UTF-16 code units; an empty range is where the other side's words come in.
 *
 * @param beforeStart within the earlier passage, inclusive
 * @param beforeEnd exclusive
 * @param afterStart within the later passage, inclusive
 * @param afterEnd exclusive
 */
public record WordChange(int beforeStart, int beforeEnd, int afterStart, int afterEnd) {
    public WordChange {
        if (beforeStart < 0 || beforeEnd < beforeStart || afterStart < 0 || afterEnd < afterStart) {
            throw new IllegalArgumentException("ranges must not end before they begin");
        }
        if (beforeStart == beforeEnd && afterStart == afterEnd) {
            throw new IllegalArgumentException("a word change has words on one side at least");
        }
    }
}
