package io.communique.ingest.answer;

import io.communique.contract.telltale.Telltale;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Recognises answers that mean "not found" with another status than 404 (hazard C1). */
public final class MissingPage {
    /** An error page says little, an article about one says more; in Latin letters. */
    private static final int TEXT_MAX = 900;

    private static final Pattern TITLE_PARTS = Pattern.compile("\\s+[|–—:·»>-]{1,2}\\s+|\\s*[|｜]\\s*");
    private static final Pattern FRONT_PATH = Pattern.compile(
            "(?i)/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:index|main|home|default)(?:\\.\\p{Alnum}{2,5})?)?/?");
    private static final Pattern ERROR_PATH = Pattern.compile(
            "(?i).*/(?:(?:error|page|http)?[-_]?404(?:[-_]?(?:error|page))?|(?:page|error)?[-_]?not[-_]?found|error)(?:\\.\\p{Alnum}{2,5})?/?");

    private MissingPage() {}

    /**
     * Returns the line in which {@code page} says that there is nothing here.
     *
     * @param letters that the page shows outside of links and menus
     */
    public static Optional<String> said(Document page, int letters) {
        if (letters > TEXT_MAX) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(List.of(TITLE_PARTS.split(page.title(), 8)));
        lines.add(page.title());
        for (Element heading : page.select("h1, h2")
                .subList(0, Math.min(4, page.select("h1, h2").size()))) {
            lines.add(heading.text());
        }
        return lines.stream()
                .filter(line -> Telltale.headline(line.strip()).equals(Optional.of(Telltale.Kind.SOFT_404)))
                .findFirst();
    }

    /**
     * Returns whether a redirect leads to where sites send those whose page is missing: the front page, one of the source's lists, or an
     * address that calls itself an error.
     *
     * @param lists keys of the source's lists
     * @param targetKey key of {@code target}
     */
    public static boolean isMeantBy(URI asked, URI target, URI targetKey, List<URI> lists) {
        boolean front = FRONT_PATH.matcher(path(target)).matches() && target.getRawQuery() == null;
        boolean askedForMore = !FRONT_PATH.matcher(path(asked)).matches() || asked.getRawQuery() != null;
        return askedForMore && (front || ERROR_PATH.matcher(path(target)).matches() || lists.contains(targetKey));
    }

    private static String path(URI url) {
        return url.getPath() == null ? "" : url.getPath();
    }
}
