package io.communique.desk.web;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The few files that pages load: ours, and the chart library's. */
final class Static {
    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";
    private static final String CSS = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private static final Map<String, File> FILES = Map.of(
            "desk.css", new File("static/desk.css", CSS),
            "desk.js", new File("static/desk.js", SCRIPT),
            "icon.svg", new File("static/icon.svg", "image/svg+xml"),
            "uplot.css", new File(UPLOT + "uPlot.min.css", CSS),
            "uplot.js", new File(UPLOT + "uPlot.iife.min.js", SCRIPT));

    private Static() {}

    static void register(RoutesConfig routes) {
        FILES.forEach((name, file) -> {
            byte[] bytes = read(file.resource());
            routes.get("/static/" + name, context -> Api.send(context, file.type(), bytes));
        });
    }

    private static byte[] read(String resource) {
        try (InputStream in = Static.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no file " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record File(String resource, String type) {}
}
