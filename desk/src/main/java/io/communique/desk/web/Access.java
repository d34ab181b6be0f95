package io.communique.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.desk.DeskConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.SameSite;
import io.javalin.http.UnauthorizedResponse;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what.
 *
 * <p>Without tokens everybody on this machine is an operator, and only addresses of this machine are answered to: another site's name that
 * leads here is not. With tokens a program sends one as {@code Authorization: Bearer}, and a person signs in once; or a proxy in front says who
 * somebody is.
 *
 * <p>What changes something must come from our own pages (the headers {@code Sec-Fetch-Site} or {@code Origin}) or with a bearer token,
 * which no other site can send.
 */
final class Access {
    /** What somebody may do; each may do what those before may. */
    enum Role {
        NOBODY,
        READER,
        OPERATOR
    }

    static final String COOKIE = "communique-desk";

    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration SESSION = Duration.ofHours(12);
    private static final int SESSIONS_MAX = 1_000;
    private static final int SESSION_BYTES = 32;
    private static final String BEARER = "Bearer ";

    private final DeskConfig config;
    private final Optional<TrustedProxy> proxy;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    Access(DeskConfig config, Clock clock) {
        this.config = config;
        this.proxy = config.proxy().map(TrustedProxy::new);
        this.clock = clock;
    }

    /** Returns whether there is a token to sign in with. */
    boolean hasTokens() {
        return config.operatorToken().isPresent();
    }

    /** Returns whether this browser signed in with a token, and so may sign out. */
    boolean isSignedIn(Context context) {
        return hasTokens() && session(context.cookie(COOKIE)) != Role.NOBODY;
    }

    /** Returns whose requests are counted together: an address, behind a proxy the one that asked it. */
    String client(Context context) {
        return proxy.filter(front -> front.brought(context))
                .map(front -> front.client(context))
                .orElseGet(context::ip);
    }

    Role role(Context context) {
        if (!config.isGuarded()) {
            return Role.OPERATOR;
        }
        Role known = proxy.map(front -> front.role(context)).orElse(Role.NOBODY);
        if (known != Role.NOBODY) {
            return known;
        }
        Optional<String> bearer = Optional.ofNullable(context.header("Authorization"))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()));
        return bearer.map(this::roleOf).orElseGet(() -> session(context.cookie(COOKIE)));
    }

    /** Returns what a token lets somebody do; takes as long for a wrong one. */
    Role roleOf(String token) {
        boolean operator =
                config.operatorToken().filter(known -> same(known, token)).isPresent();
        boolean reader =
                config.readerToken().filter(known -> same(known, token)).isPresent();
        return operator ? Role.OPERATOR : reader ? Role.READER : Role.NOBODY;
    }

    private static boolean same(String known, String given) {
        return MessageDigest.isEqual(known.getBytes(UTF_8), given.getBytes(UTF_8));
    }

    void requireReader(Context context) {
        requireOurName(context);
        if (role(context) == Role.NOBODY) {
            throw new UnauthorizedResponse(
                    hasTokens()
                            ? "show a token: Authorization: Bearer …, or sign in at /login"
                            : "the proxy in front has to say who you are");
        }
    }

    void requireOperator(Context context) {
        requireReader(context);
        requireOurPage(context);
        if (role(context) != Role.OPERATOR) {
            throw new ForbiddenResponse("only operators may do this");
        }
    }

    /** Against names of others that lead to this machine (DNS rebinding). */
    private void requireOurName(Context context) {
        String host = Optional.ofNullable(context.header("Host")).orElse("");
        String name = host.startsWith("[") ? host.substring(0, host.indexOf(']') + 1) : host.split(":", 2)[0];
        if (!config.isGuarded() && !LOCAL_NAMES.contains(name)) {
            throw new ForbiddenResponse("a desk without tokens answers to localhost alone");
        }
    }

    /** Against forms on pages of others. */
    void requireOurPage(Context context) {
        if (context.header("Authorization") != null) {
            return;
        }
        Optional<String> fetched = Optional.ofNullable(context.header("Sec-Fetch-Site"));
        Optional<String> origin = Optional.ofNullable(context.header("Origin"));
        boolean ours = fetched.isPresent()
                ? fetched.get().equals("same-origin")
                : origin.filter(from -> from.equals(Requests.home(context))).isPresent();
        if (!ours) {
            throw new ForbiddenResponse("this came from another site's page");
        }
    }

    /** Begins a session and gives its cookie to the browser. */
    void signIn(Context context, Role role) {
        byte[] bytes = new byte[SESSION_BYTES];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        remember(id, new Session(role, clock.instant().plus(SESSION)));
        Cookie cookie = new Cookie(COOKIE, id);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(Requests.scheme(context).equals("https"));
        cookie.setSameSite(SameSite.STRICT);
        cookie.setMaxAge((int) SESSION.toSeconds());
        context.cookie(cookie);
    }

    void signOut(Context context) {
        synchronized (sessions) {
            sessions.remove(String.valueOf(context.cookie(COOKIE)));
        }
        context.removeCookie(COOKIE, "/");
    }

    private void remember(String id, Session session) {
        synchronized (sessions) {
            sessions.put(id, session);
            Iterator<String> oldest = sessions.keySet().iterator();
            while (sessions.size() > SESSIONS_MAX) {
                oldest.next();
                oldest.remove();
            }
        }
    }

    private Role session(@Nullable String id) {
        synchronized (sessions) {
            Session session = id == null ? null : sessions.get(id);
            return session == null || session.until().isBefore(clock.instant()) ? Role.NOBODY : session.role();
        }
    }

    private record Session(Role role, Instant until) {}
}
