package io.communique.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.communique.contract.page.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/**
 * An invented ministry's press site on loopback: a list in English, a feed in Korean, releases under menus, one page in EUC-KR, one
 * that answers "not found" with status 200, and one that the ministry edits when told to.
 *
 * <p>Each answer carries a different visitor count in its footer, as real pages do: nothing may depend on equal bytes.
 */
public final class DemoSite implements AutoCloseable {
    private static final Charset EUC_KR = Charset.forName("EUC-KR");
    private static final String HTML = "text/html";

    private final HttpServer server;
    private final ExecutorService workers;
    private final LongAdder visitors = new LongAdder();
    private final ConcurrentMap<String, Answer> answers = new ConcurrentHashMap<>();

    private DemoSite(HttpServer server, ExecutorService workers) {
        this.server = server;
        this.workers = workers;
    }

    /**
     * Starts the site.
     *
     * @param port on loopback; 0 for any free one
     * @throws UncheckedIOException if the port is taken
     */
    public static DemoSite start(int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ExecutorService workers = Executors.newFixedThreadPool(4);
            DemoSite site = new DemoSite(server, workers);
            site.publishAll();
            server.setExecutor(workers);
            server.createContext("/", site::answer);
            server.start();
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException("the demo site could not be started on port " + port, e);
        }
    }

    /** Returns the site's address, without a slash at the end. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns the number of answers given so far. */
    public long requests() {
        return visitors.sum();
    }

    /** Edits release 102, as a ministry would: quietly, under the same address. */
    public void edit() {
        english("102", "Ministry Sets Aside Funds for Harbour Repairs", resource("en-102-edited.html"));
    }

    /** Edits release 102 again and again, each time to another text: {@code round} stands in it. */
    public void edit(int round) {
        String text = resource("en-102.html").replace("240 million", (240 - round) + " million");
        english("102", "Ministry Sets Aside Funds for Harbour Repairs", text);
    }

    /** Puts any page on the site, for tests of what real sites do. */
    public void put(String path, String contentType, byte[] body) {
        answers.put(path, visitor -> new Page(contentType, body));
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void publishAll() {
        answers.put("/en/news", visitor -> html(frame("en", "News", resource("en-list.html"), visitor), UTF_8));
        english("101", "Coastal Freight Grew Again Last Year", resource("en-101.html"));
        english("102", "Ministry Sets Aside Funds for Harbour Repairs", resource("en-102.html"));
        english("103", "Deputy Minister Opens Training Centre for Harbour Pilots", resource("en-103.html"));
        english("104", "Page not found", resource("en-104.html"));
        korean("201", "연안 여객선 이용객 지난해 1,530만 명", resource("ko-201.html"), UTF_8);
        korean("202", "전국 무역항 안전 점검 결과 발표", resource("ko-202.html"), EUC_KR);
        answers.put(
                "/ko/feed.xml",
                visitor -> new Page(
                        "application/rss+xml",
                        resource("ko-feed.xml").replace("{{base}}", baseUrl()).getBytes(UTF_8)));
        answers.put(
                "/robots.txt", visitor -> new Page("text/plain", "User-agent: *\nDisallow: /search\n".getBytes(UTF_8)));
    }

    private void english(String id, String title, String content) {
        answers.put("/en/news/view?id=" + id, visitor -> html(frame("en", title, content, visitor), UTF_8));
    }

    private void korean(String id, String title, String content, Charset charset) {
        answers.put(
                "/ko/board/view?no=" + id,
                visitor -> html(frame("ko", title, content, visitor).replace("{{charset}}", charset.name()), charset));
    }

    private static String frame(String language, String title, String content, long visitor) {
        return resource("frame-" + language + ".html")
                .replace("{{content}}", content)
                .replace("{{title}}", title)
                .replace("{{visitors}}", Long.toString(visitor));
    }

    private static Page html(String text, Charset charset) {
        return new Page(HTML, text.getBytes(charset));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            visitors.increment();
            Optional<Answer> answer = find(exchange);
            if (answer.isEmpty()) {
                send(exchange, 404, new Page(HTML, "<h1>Not found</h1>".getBytes(UTF_8)));
            } else {
                send(exchange, 200, answer.get().forVisitor(visitors.sum()));
            }
        }
    }

    /** Path and identifying parameter decide; what a search left behind in the address does not. */
    private Optional<Answer> find(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        String query = exchange.getRequestURI().getQuery();
        Optional<Answer> plain = Optional.ofNullable(answers.get(path));
        return query == null
                ? plain
                : Optional.ofNullable(answers.get(path + "?" + query.split("&", 2)[0]))
                        .or(() -> plain);
    }

    private static void send(HttpExchange exchange, int status, Page page) throws IOException {
        String etag = '"' + page.bytes().sha256().substring(0, 16) + '"';
        exchange.getResponseHeaders().set("Content-Type", page.contentType());
        exchange.getResponseHeaders().set("ETag", etag);
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        exchange.sendResponseHeaders(
                status, page.bytes().isEmpty() ? -1 : page.bytes().size());
        try (OutputStream out = exchange.getResponseBody();
                InputStream in = page.bytes().openStream()) {
            in.transferTo(out);
        }
    }

    private static String resource(String name) {
        try (InputStream in = DemoSite.class.getResourceAsStream("site/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no demo page " + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Answer {
        Page forVisitor(long visitor);
    }

    private record Page(String contentType, Bytes bytes) {
        Page(String contentType, byte[] bytes) {
            this(contentType, Bytes.copyOf(bytes));
        }
    }
}
