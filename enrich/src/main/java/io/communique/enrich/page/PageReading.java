package io.communique.enrich.page;

import java.util.function.Function;

/** What a page turned out to be. */
public sealed interface PageReading permits Article, Rejected {
    /** Handles every case. */
    <R> R fold(Function<Article, R> article, Function<Rejected, R> rejected);
}
