package io.communique.desk.web;

import io.communique.desk.query.Asked;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.Optional;

/** What requests say, checked. */
final class Requests {
    private static final int LIMIT_DEFAULT = 20;
    private static final int LIMIT_MAX = 100;

    private Requests() {}

    static Asked asked(Context context) {
        return new Asked(context.queryParamMap());
    }

    /** Returns how many items are asked for. */
    static int limit(Context context) {
        return number(context, "limit")
                .map(limit -> (int) Math.max(1, Math.min(limit, LIMIT_MAX)))
                .orElse(LIMIT_DEFAULT);
    }

    /** Returns a whole number of the query; empty if it is not given. */
    static Optional<Long> number(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name))
                .filter(text -> !text.isBlank())
                .map(text -> {
                    if (!text.matches("\\d{1,18}")) {
                        throw new BadRequestResponse(name + " must be a whole number: " + text);
                    }
                    return Long.parseLong(text);
                });
    }

    /** Returns the number that results lie before; the largest there is to begin with the newest. */
    static long before(Context context) {
        return number(context, "before").orElse(Long.MAX_VALUE);
    }

    static String required(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name))
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new BadRequestResponse("the address needs " + name + "=…"));
    }

    /** Returns a field of a form. */
    static String form(Context context, String name) {
        return Optional.of(optional(context, name))
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new BadRequestResponse("the form needs " + name));
    }

    /** Returns a field of a form, or empty text. */
    static String optional(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("");
    }

    /** Returns where the desk is, as the reader's browser sees it; only what a host may consist of is taken from the request. */
    static String home(Context context) {
        String host = Optional.ofNullable(context.header("Host")).orElse("");
        return scheme(context) + "://" + (host.matches("[A-Za-z0-9.:\\[\\]-]{1,255}") ? host : "localhost");
    }

    /** Returns the scheme that the reader's browser sees; a proxy in front may speak TLS for the desk. */
    static String scheme(Context context) {
        return "https".equals(context.header("X-Forwarded-Proto")) ? "https" : context.scheme();
    }

    /** Returns the address of a further part of a search's results; {@code cursor} says which. */
    static String address(String path, Asked asked, String cursor) {
        return path + "?" + (asked.isAll() ? "" : asked.address() + "&") + cursor;
    }

    /** Returns the address of the same search elsewhere on the desk. */
    static String address(String path, Asked asked) {
        return asked.isAll() ? path : path + "?" + asked.address();
    }
}
