package io.communique.enrich.edition;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch in which two sequences differ, by Myers' algorithm in linear space: an edit of everything takes time with the square of the length, but no more
 * memory than the sequences.
 *
 * @param oldStart within the earlier sequence, inclusive
 * @param oldEnd exclusive
 * @param newStart within the later sequence, inclusive
 * @param newEnd exclusive
 */
record Difference(int oldStart, int oldEnd, int newStart, int newEnd) {
    /** Returns all differences in order; between any two of them at least one element is the same. */
    static List<Difference> between(List<String> old, List<String> now) {
        List<Difference> all = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            int oldStart = delta.getSource().getPosition();
            int newStart = delta.getTarget().getPosition();
            Difference next = new Difference(
                    oldStart,
                    oldStart + delta.getSource().size(),
                    newStart,
                    newStart + delta.getTarget().size());
            // What went and what came in its place are told apart there, and are one difference to a reader.
            boolean touches = !all.isEmpty() && all.get(all.size() - 1).touches(next);
            all.add(touches ? all.remove(all.size() - 1).and(next) : next);
        }
        return all;
    }

    private boolean touches(Difference next) {
        return next.oldStart <= oldEnd && next.newStart <= newEnd;
    }

    private Difference and(Difference next) {
        return new Difference(oldStart, Math.max(oldEnd, next.oldEnd), newStart, Math.max(newEnd, next.newEnd));
    }
}
