package io.communique.ingest.frontier;

import io.communique.ingest.publish.VisitResult;
import java.util.function.Function;

/** What a visit does next. */
sealed interface Step {
    /** Handles both cases. */
    <R> R fold(Function<Ask, R> ask, Function<VisitResult, R> end);

    /** It makes a request. */
    record Request(Ask ask) implements Step {
        @Override
        public <R> R fold(Function<Ask, R> asked, Function<VisitResult, R> end) {
            return asked.apply(ask);
        }
    }

    /** It ends without one. */
    record End(VisitResult result) implements Step {
        @Override
        public <R> R fold(Function<Ask, R> asked, Function<VisitResult, R> end) {
            return end.apply(result);
        }
    }
}
