package io.communique.enrich.edition;

import io.communique.contract.change.Change;
import io.communique.contract.release.Release;
import java.util.List;
import java.util.function.Function;

/** How a freshly read release stands to the edition known before. */
public sealed interface EditionOutcome {
    /** Handles every case. */
    <R> R fold(
            Function<NewEdition, R> newEdition,
            Function<Completed, R> completed,
            Function<Reread, R> reread,
            Function<Unchanged, R> unchanged,
            Function<Outdated, R> outdated,
            Function<Withdrawn, R> withdrawn,
            Function<Restored, R> restored);

    /**
     * It says something that the known edition does not.
     *
     * @param release numbered, first seen when the first edition was
     * @param change what happened
     */
    record NewEdition(Release release, Change change) implements EditionOutcome {
        @Override
        public <R> R fold(
                Function<NewEdition, R> newEdition,
                Function<Completed, R> completed,
                Function<Reread, R> reread,
                Function<Unchanged, R> unchanged,
                Function<Outdated, R> outdated,
                Function<Withdrawn, R> withdrawn,
                Function<Restored, R> restored) {
            return newEdition.apply(this);
        }
    }

    /**
     * It is the known edition, and only now its attachments are read: nobody revised anything.
     *
     * @param release in the known edition's number
     */
    record Completed(Release release) implements EditionOutcome {
        @Override
        public <R> R fold(
                Function<NewEdition, R> newEdition,
                Function<Completed, R> completed,
                Function<Reread, R> reread,
                Function<Unchanged, R> unchanged,
                Function<Outdated, R> outdated,
                Function<Withdrawn, R> withdrawn,
                Function<Restored, R> restored) {
            return completed.apply(this);
        }
    }

    /**
     * It is the known edition, whose bytes later rules read differently: nobody revised anything.
     *
     * @param release in the known edition's number
     */
    record Reread(Release release) implements EditionOutcome {
        @Override
        public <R> R fold(
                Function<NewEdition, R> newEdition,
                Function<Completed, R> completed,
                Function<Reread, R> reread,
                Function<Unchanged, R> unchanged,
                Function<Outdated, R> outdated,
                Function<Withdrawn, R> withdrawn,
                Function<Restored, R> restored) {
            return reread.apply(this);
        }
    }

    /**
     * Title, text, date and attachments are those of the known edition.
     *
     * @param release the known edition, with its attachments' addresses as they are now
     */
    record Unchanged(Release release) implements EditionOutcome {
        @Override
        public <R> R fold(
                Function<NewEdition, R> newEdition,
                Function<Completed, R> completed,
                Function<Reread, R> reread,
                Function<Unchanged, R> unchanged,
                Function<Outdated, R> outdated,
                Function<Withdrawn, R> withdrawn,
                Function<Restored, R> restored) {
            return unchanged.apply(this);
        }
    }

    /** It differs, but was fetched before the known edition: late pages never take the place of newer text. */
    record Outdated() implements EditionOutcome {
        @Override
        public <R> R fold(
                Function<NewEdition, R> newEdition,
                Function<Completed, R> completed,
                Function<Reread, R> reread,
                Function<Unchanged, R> unchanged,
                Function<Outdated, R> outdated,
                Function<Withdrawn, R> withdrawn,
                Function<Restored, R> restored) {
            return outdated.apply(this);
        }
    }

    /**
     * Its page is there no longer, by evidence that is enough.
     *
     * @param release the known edition, withdrawn
     * @param change what happened
     */
    record Withdrawn(Release release, Change change) implements EditionOutcome {
        @Override
        public <R> R fold(
                Function<NewEdition, R> newEdition,
                Function<Completed, R> completed,
                Function<Reread, R> reread,
                Function<Unchanged, R> unchanged,
                Function<Outdated, R> outdated,
                Function<Withdrawn, R> withdrawn,
                Function<Restored, R> restored) {
            return withdrawn.apply(this);
        }
    }

    /**
     * It was withdrawn, and its page is there again.
     *
     * @param release the known edition, or the next one if it says something else now
     * @param changes that it is restored, and after that how it was revised, if it was
     */
    record Restored(Release release, List<Change> changes) implements EditionOutcome {
        public Restored {
            changes = List.copyOf(changes);
        }

        @Override
        public <R> R fold(
                Function<NewEdition, R> newEdition,
                Function<Completed, R> completed,
                Function<Reread, R> reread,
                Function<Unchanged, R> unchanged,
                Function<Outdated, R> outdated,
                Function<Withdrawn, R> withdrawn,
                Function<Restored, R> restored) {
            return restored.apply(this);
        }
    }
}
