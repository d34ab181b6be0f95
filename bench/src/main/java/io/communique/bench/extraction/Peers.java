package io.communique.bench.extraction;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import io.communique.enrich.charset.PageCharset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;

/** The extractors that Maven Central has. All are given the same characters: none is to win or lose by guessing an encoding. */
public final class Peers {
    private Peers() {}

    /** Returns ours first, then the others. */
    public static List<Peer> all() {
        return List.of(
                new Ours(),
                peer("readability4j", page -> readability(page.url().toString(), characters(page))),
                peer("boilerpipe", page -> boilerpipe(characters(page))),
                peer("jsoup body", page -> Jsoup.parse(characters(page)).body().text()));
    }

    /** Returns the characters of {@code page}. */
    public static String characters(GoldPage page) {
        return PageCharset.decode(page.html().toArray(), Optional.empty()).text();
    }

    /** Returns Readability4J's text; empty if it finds none. */
    public static String readability(String url, String html) {
        return Objects.requireNonNullElse(new Readability4J(url, html).parse().getTextContent(), "");
    }

    /** Returns the text of Boilerpipe's article extractor. */
    public static String boilerpipe(String html) {
        try {
            return ArticleExtractor.INSTANCE.getText(html);
        } catch (BoilerpipeProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Peer peer(String name, Function<GoldPage, String> extract) {
        return new Peer() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String extract(GoldPage page) {
                return extract.apply(page);
            }
        };
    }
}
