package io.communique.enrich.edition;

import io.communique.contract.change.Change;
import io.communique.contract.release.Release;
import java.util.function.Function;

/** How a freshly read release stands to the edition known before. */
public sealed interface EditionOutcome {
    /** Handles every case. */
    <R> R fold(
            Function<NewEdition, R> newEdition,
            Function<Completed, R> completed,
            Function<Unchanged, R> unchanged,
            Function<Outdated, R> outdated);

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
                Function<Unchanged, R> unchanged,
                Function<Outdated, R> outdated) {
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
                Function<Unchanged, R> unchanged,
                Function<Outdated, R> outdated) {
            return completed.apply(this);
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
                Function<Unchanged, R> unchanged,
                Function<Outdated, R> outdated) {
            return unchanged.apply(this);
        }
    }

    /** It differs, but was fetched before the known edition: late pages never take the place of newer text. */
    record Outdated() implements EditionOutcome {
        @Override
        public <R> R fold(
                Function<NewEdition, R> newEdition,
                Function<Completed, R> completed,
                Function<Unchanged, R> unchanged,
                Function<Outdated, R> outdated) {
            return outdated.apply(this);
        }
    }
}
