package io.communique.app.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.communique.app.demo.DemoSite;
import io.communique.app.demo.DemoSources;
import io.communique.app.line.Line;
import io.communique.app.line.LineConfig;
import io.communique.app.operate.RunningLine;
import io.communique.desk.Desk;
import io.communique.desk.DeskConfig;
import io.communique.desk.Hostile;
import io.communique.desk.alert.AlertBook;
import io.communique.enrich.edition.Revision;
import io.communique.ingest.IngestConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does on the desk, in Chromium, beside the demo's running line. */
final class DeskInBrowserTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> PAGES = List.of(
            "/",
            "/search?q=harbour",
            "/release?id=demo-en:102",
            "/release?id=ports:hostile",
            "/named?person=Ellen+Marsh",
            "/figures",
            "/figures?about=%EC%97%AC%EA%B0%9D%EC%84%A0",
            "/sources",
            "/pipeline",
            "/alerts?country=KR",
            "/login");

    @TempDir
    Path directory;

    private String address = "";

    @Test
    void aReaderFollowsWhatAMinistrySaysAndChanges() throws Exception {
        Optional<Path> chromium = chromium();
        if (chromium.isEmpty()) {
            String missing = "[desk] the browser's tests were NOT RUN: they need Chromium (apt-get install chromium)";
            assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
            System.err.println(missing);
            return;
        }
        try (DemoSite site = DemoSite.start(0);
                Line line = Line.start(config(), DemoSources.of(site.baseUrl()));
                Desk desk = Desk.start(
                        new DeskConfig("127.0.0.1", 0, Optional.empty(), Optional.empty(), 1_000),
                        line.sink().store(),
                        new RunningLine(line.brokers()),
                        Revision::between,
                        Optional.of(AlertBook.open(directory.resolve("alerts"), true)));
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium.get())
                                .setArgs(List.of("--no-sandbox")))) {
            address = "http://127.0.0.1:" + desk.port();
            await().atMost(PATIENCE).until(() -> line.sink().store().releases().size() == 5);
            liveThenToTheFeed(browser, site);
            line.sink().store().store(List.of(Hostile.release("hostile")), List.of());
            nothingFromAPageRuns(browser);
            everythingIsThereWithoutScript(browser);
            theKeyboardIsEnough(browser);
            nobodyIsShutOut(browser);
        }
    }

    /** Today, live; then release, edition, person, figure, search, feed. */
    private void liveThenToTheFeed(Browser browser, DemoSite site) {
        try (BrowserContext context = browser.newContext()) {
            Page page = open(context, "/");
            assertThat(page.locator("#live")).hasText("live");
            assertThat(page.locator("li.card")).hasCount(5);
            site.edit();
            Locator first = page.locator("li.card").first();
            assertThat(first.locator(".badge")).hasText("edition 2", slow());
            assertThat(page.locator("li.card")).hasCount(5);

            first.getByRole(AriaRole.LINK).first().click();
            assertThat(page.locator(".changed")).containsText("240,000,000 EUR → 210,000,000 EUR");
            assertThat(page.locator("#editions .edition")).hasCount(2);
            page.locator("a.m.person").first().hover();
            assertThat(page.locator("a.m.person .tip").first()).isVisible();
            page.locator("aside").getByText("Ellen Marsh").click();
            assertThat(page.locator("h1")).hasText("Ellen Marsh");
            assertThat(page.locator(".roles li").first()).containsText("Minister");

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Figures"))
                    .first()
                    .click();
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("여객선").setExact(true))
                    .first()
                    .click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Amount"))
                    .click();
            assertThat(page.locator("th[aria-sort=ascending]")).hasCount(1);
            assertThat(page.locator("#chart canvas")).isVisible();

            page.getByRole(AriaRole.SEARCHBOX).first().fill("harbour");
            page.keyboard().press("Enter");
            assertThat(page.locator("mark.hit").first()).hasText(Pattern.compile("harbour", Pattern.CASE_INSENSITIVE));
            page.getByText("Alert me").click();
            page.getByLabel("Name").fill("Harbours");
            page.getByLabel("Webhook").fill("https://hooks.example/1");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                    .click();
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.locator("tbody a").first().click();
            String feed = page.locator("a", new Page.LocatorOptions().setHasText("Atom"))
                    .first()
                    .getAttribute("href");
            assertThat(context.request().get(address + feed).text()).contains("demo-en%3A102:2");
        }
    }

    private void nothingFromAPageRuns(Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            for (String path : List.of("/", "/search?q=nothing", "/release?id=ports:hostile")) {
                Page page = open(context, path);
                List<String> asked = new CopyOnWriteArrayList<>();
                page.onRequest(request -> asked.add(request.url()));
                page.reload();
                assertThat(page.locator("main")).containsText(Hostile.MARKUP);
                assertThat(page.title()).doesNotStartWith("broken in");
                assertThat(page.locator("main script, main img")).hasCount(0);
                assertThat(asked).allMatch(url -> url.startsWith(address + "/"));
                page.close();
            }
        }
    }

    private void everythingIsThereWithoutScript(Browser browser) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            for (String path : PAGES) {
                Page page = open(context, path);
                assertThat(page.locator("main h1")).hasCount(1);
            }
            Page page = open(context, "/sources");
            page.locator("summary", new Page.LocatorOptions().setHasText("Pause"))
                    .first()
                    .click();
            page.locator("input[name=reason]").first().fill("works on their site");
            page.locator("details button").first().click();
            assertThat(page.locator("h1")).hasText("Sources");
        }
    }

    private void theKeyboardIsEnough(Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            Page page = open(context, "/");
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus")).hasText("Skip to content");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.locator("main :focus")).hasCount(1);
            page.locator("li.card a").first().focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/release?**");
            page.navigate(address + "/release?id=demo-en:102");
            page.locator("span.m.date").first().focus();
            assertThat(page.locator("span.m.date .tip").first()).isVisible();
        }
    }

    private void nobodyIsShutOut(Browser browser) throws IOException {
        String axe = axe();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(390, 1_360)) {
                try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(width, 900))) {
                    for (String path : PAGES) {
                        Page page = open(context, path);
                        page.evaluate(axe);
                        Object found = page.evaluate(
                                "async () => (await axe.run()).violations.map(v => v.id + ' ' + v.nodes.map(n => n.target))");
                        assertThat(found)
                                .as("%s at %d, %s", path, width, scheme)
                                .isEqualTo(List.of());
                        Object wider = page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
                        assertThat(((Number) wider).intValue())
                                .as("%s at %d", path, width)
                                .isNotPositive();
                        page.close();
                    }
                }
            }
        }
    }

    private Page open(BrowserContext context, String path) {
        Page page = context.newPage();
        page.navigate(address + path);
        return page;
    }

    private static LocatorAssertions.HasTextOptions slow() {
        return new LocatorAssertions.HasTextOptions().setTimeout(60_000);
    }

    private static String axe() throws IOException {
        try (InputStream in = DeskInBrowserTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in, "axe.min.js").readAllBytes(), UTF_8);
        }
    }

    private LineConfig config() {
        return new LineConfig(
                directory, 0, IngestConfig.USER_AGENT_DEFAULT, Duration.ofMillis(50), List.of("127.0.0.1"));
    }

    private static Optional<Path> chromium() {
        @Nullable String path = System.getenv("PATH");
        return Stream.of(path == null ? new String[0] : path.split(Pattern.quote(java.io.File.pathSeparator), -1))
                .flatMap(place -> Stream.of("chromium", "google-chrome").map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
