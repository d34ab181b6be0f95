package io.communique.ingest.answer;

import io.communique.contract.telltale.Telltale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A gatekeeper's page in place of the one that was asked for: a bot check, or a queue. It is recognised so that we stay away, never to get past
 * it.
 */
public enum Barrier {
    /** A check whether we are a browser with a person before it. */
    CHALLENGE,
    /** A queue, or a site that is shut for now. */
    WAITING_ROOM;

    /** A page that says more than this to its reader is no barrier; in Latin letters. */
    private static final int TEXT_MAX = 900;

    private static final int SCRIPT_CHARS_MAX = 20_000;

    /** Scripts of the products that sites put before themselves, by the names that they give their own parts. */
    private static final Pattern CHALLENGE_SCRIPT = Pattern.compile(
            "/cdn-cgi/challenge-platform/|__cf_chl|_Incapsula_Resource|AwsWafIntegration|awswaf\\.com|captcha-delivery\\.com|px-captcha"
                    + "|/_sec/cp_challenge/|ddos-guard/js-challenge|__qrator|wzws_sessionid|\\$_ts\\.cd|HOY_TR");

    private static final Pattern QUEUE_SCRIPT = Pattern.compile("(?i)netfunnel|queue-it\\.net|queueit");

    /**
     * Returns the barrier that {@code page} is.
     *
     * @param letters that the page shows outside of links and menus
     */
    public static Optional<Barrier> of(Document page, int letters) {
        if (letters > TEXT_MAX) {
            return Optional.empty();
        }
        return said(page).or(() -> scripted(page));
    }

    private static Optional<Barrier> said(Document page) {
        return Telltale.headline(page.title().strip())
                .or(() -> Optional.ofNullable(page.selectFirst("h1, h2"))
                        .flatMap(heading -> Telltale.headline(heading.text())))
                .flatMap(kind -> switch (kind) {
                    case CHALLENGE -> Optional.of(CHALLENGE);
                    case WAITING_ROOM -> Optional.of(WAITING_ROOM);
                    default -> Optional.empty();
                });
    }

    /** A page that merely uses such a product has a text beside its script; what stands before the page has a script and nothing else. */
    private static Optional<Barrier> scripted(Document page) {
        boolean links = page.select("a[href]").size() > 5;
        if (links) {
            return Optional.empty();
        }
        for (Element script : page.select("script")) {
            String data = script.data();
            String text = script.attr("src") + " " + data.substring(0, Math.min(data.length(), SCRIPT_CHARS_MAX));
            if (CHALLENGE_SCRIPT.matcher(text).find()) {
                return Optional.of(CHALLENGE);
            }
            if (QUEUE_SCRIPT.matcher(text).find()) {
                return Optional.of(WAITING_ROOM);
            }
        }
        return Optional.empty();
    }

    /** Returns the word used as a reason. */
    public String label() {
        return this == CHALLENGE ? "challenge" : "waiting-room";
    }
}
