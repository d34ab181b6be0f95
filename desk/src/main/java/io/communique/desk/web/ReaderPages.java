package io.communique.desk.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a reader chooses and shows: language, signing in and out. */
final class ReaderPages {
    private final Access access;
    private final Screen screen;

    ReaderPages(Access access, Screen screen) {
        this.access = access;
        this.screen = screen;
    }

    void register(RoutesConfig routes) {
        routes.get("/language", this::language);
        routes.get("/login", context -> screen.show(context, "login", Map.of("failed", false)));
        routes.post("/login", this::signIn);
        routes.post("/logout", this::signOut);
    }

    private void language(Context context) {
        String language = Requests.required(context, "to");
        if (!Words.LANGUAGES.contains(language)) {
            throw new BadRequestResponse("there is no interface in " + language);
        }
        Cookie cookie = new Cookie(Screen.LANGUAGE, language);
        cookie.setPath("/");
        cookie.setSameSite(SameSite.LAX);
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        context.cookie(cookie);
        String back = Optional.ofNullable(context.queryParam("back")).orElse("/");
        context.redirect(back.matches("/[^/\\\\].*") ? back : "/");
    }

    private void signIn(Context context) {
        access.requireOurPage(context);
        Access.Role role = access.roleOf(Requests.form(context, "token").strip());
        if (role == Access.Role.NOBODY) {
            context.status(401);
            screen.show(context, "login", Map.of("failed", true));
        } else {
            access.signIn(context, role);
            context.redirect("/");
        }
    }

    private void signOut(Context context) {
        access.requireOurPage(context);
        access.signOut(context);
        context.redirect("/login");
    }
}
