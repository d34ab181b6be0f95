package io.communique.desk.web;

import io.communique.desk.view.Card;
import io.communique.desk.view.Html;
import io.communique.sink.store.StoredEdition;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes pages of templates, each with what every page has. A page is whole without script. */
final class Screen {
    /** The cookie with the language that a reader chose. */
    static final String LANGUAGE = "communique-language";

    private final Access access;
    private final boolean alerting;
    private final Html html = new Html();

    /**
     * Makes one.
     *
     * @param alerting whether there are alerts to lead to
     */
    Screen(Access access, boolean alerting) {
        this.access = access;
        this.alerting = alerting;
    }

    /** Makes the card of an edition that has just come. */
    String card(StoredEdition edition, Words words) {
        return html.render("card", Map.of("card", Card.of(0, edition.release()), "t", words, "fresh", true));
    }

    /** Returns the words in the reader's language. */
    static Words words(Context context) {
        return Words.of(
                Optional.ofNullable(context.cookie(LANGUAGE)), Optional.ofNullable(context.header("Accept-Language")));
    }

    /** Shows an error as a page. */
    void error(Context context, String message) {
        show(context, "error", Map.of("message", message));
    }

    /** Shows a page, with what every page has. */
    void show(Context context, String template, Map<String, Object> values) {
        Words words = words(context);
        Map<String, Object> all = new HashMap<>(values);
        all.put("t", words);
        all.put("language", words.language());
        all.put("page", template);
        all.put("fresh", false);
        all.put(
                "here",
                context.path()
                        + Optional.ofNullable(context.queryString())
                                .map(query -> "?" + query)
                                .orElse(""));
        all.put("alerting", alerting);
        all.put("operator", access.role(context) == Access.Role.OPERATOR);
        all.put("signedIn", access.isSignedIn(context));
        context.html(html.render(template, all));
    }
}
