package io.communique.enrich.field;

import io.communique.contract.release.Link;
import io.communique.enrich.block.BlockReader;
import io.communique.enrich.block.TextBlock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The links inside an article's text. */
public final class Links {
    private static final int LINKS_MAX = 500;

    private Links() {}

    /** Returns the links of {@code article}, each once, in order. */
    public static List<Link> find(List<TextBlock> article) {
        Set<Link> links = new LinkedHashSet<>();
        for (TextBlock block : article) {
            for (Element link : block.element().select("a[href]")) {
                String url = link.attr("abs:href");
                String text = BlockReader.fold(link.text());
                if (links.size() < LINKS_MAX
                        && url.startsWith("http")
                        && !text.isEmpty()
                        && block.text().contains(text)) {
                    links.add(new Link(url, text));
                }
            }
        }
        return new ArrayList<>(links);
    }
}
