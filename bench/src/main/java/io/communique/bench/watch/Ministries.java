package io.communique.bench.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Many small ministries: one server, reached by a loopback address (127.0.0.0/8) for each of them. */
final class Ministries implements AutoCloseable {
    private static final int THREADS = 8;

    private final HttpServer server;
    private final ExecutorService workers;
    private final int pages;

    private Ministries(HttpServer server, ExecutorService workers, int pages) {
        this.server = server;
        this.workers = workers;
        this.pages = pages;
    }

    static Ministries start(int pages) throws IOException {
        // Every loopback address, so every address: nothing is served that anybody could not have.
        HttpServer server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 1_000);
        ExecutorService workers = Executors.newFixedThreadPool(THREADS);
        Ministries ministries = new Ministries(server, workers, pages);
        server.setExecutor(workers);
        server.createContext("/", ministries::answer);
        server.start();
        return ministries;
    }

    static String host(int number) {
        return "127.1." + number / 250 + "." + (1 + number % 250);
    }

    URI list(int number) {
        return URI.create("http://" + host(number) + ":" + server.getAddress().getPort() + "/list");
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = (path.equals("/list") ? list() : page(path)).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(path.equals("/robots.txt") ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String list() {
        StringBuilder rows = new StringBuilder("<title>News</title><ul>");
        for (int page = 0; page < pages; page++) {
            rows.append(
                    "<li><a href='/%d'>Release number %d of the ministry</a> 2026-03-01</li>".formatted(page, page));
        }
        return rows.append("</ul>").toString();
    }

    private static String page(String path) {
        return "<title>Release " + path + "</title><h1>Release " + path + "</h1>"
                + "<p>The ministry builds a pier for the island this summer, it said on Monday.</p>".repeat(100);
    }
}
