package io.communique.ingest.fetch;

import java.util.Locale;
import java.util.Optional;
import okhttp3.Headers;

/** Recognises a gatekeeper by what it writes into the head of its answer, whatever the status. */
final class BarrierHeaders {
    private BarrierHeaders() {}

    /**
     * Returns the word for a refusal.
     *
     * @param empty whether the answer has no body
     */
    static Optional<String> reason(int status, Headers headers, boolean empty) {
        boolean challenged = is(headers, "cf-mitigated", "challenge")
                || headers.get("x-amzn-waf-action") != null
                || (status != 200 && (is(headers, "Server", "ddos-guard") || is(headers, "Server", "qrator")))
                || (status == 403 && headers.get("x-datadome") != null)
                // AWS and some ministries' firewalls: accepted, and nothing in it.
                || (status == 202 && empty);
        return challenged ? Optional.of("challenge") : Optional.empty();
    }

    private static boolean is(Headers headers, String name, String value) {
        String found = headers.get(name);
        return found != null && found.toLowerCase(Locale.ROOT).contains(value);
    }
}
