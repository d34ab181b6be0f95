package io.communique.ingest.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.communique.contract.file.LinkedFile;
import io.communique.contract.file.Menus;
import io.communique.contract.file.PageFiles;
import io.communique.contract.file.PageScripts;
import io.communique.ingest.url.CanonicalUrl;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeVisitor;

/**
 * Finds the files of a release: what {@link PageFiles} knows for a file outside of menus, unless it is of a type that has no text for us. Pure,
 * and linear in the size of the page.
 *
 * <p>Enrich asks the same of the same elements and then chooses: here the question is only what to ask for. A file that is asked for in vain
 * costs a request, one that is not asked for stays {@code not-fetched}.
 */
public final class FileLinks {
    /** Elements looked at on one page; more than this is no release. */
    private static final int ELEMENTS_MAX = 10_000;

    private FileLinks() {}

    /**
     * Returns the files that {@code page} links, each once, in order.
     *
     * @param page parsed with its own address as base
     * @param max at most this many
     */
    public static List<FileLink> of(Document page, int max) {
        OutsideOfMenus walk = new OutsideOfMenus();
        page.body().traverse(walk);
        PageFiles reader = new PageFiles(page.baseUri(), page.charset(), scripts(page));
        Map<URI, FileLink> files = new LinkedHashMap<>();
        for (Element element : walk.found) {
            if (files.size() >= max) {
                break;
            }
            reader.read(element.normalName(), element.attributes(), Shown.by(element))
                    .filter(LinkedFile::isWorthAsking)
                    .flatMap(LinkedFile::url)
                    .ifPresent(link -> CanonicalUrl.resolve(
                                    URI.create("http://unused.invalid/"), encoded(link, page.charset()))
                            .ifPresent(url -> files.putIfAbsent(url, new FileLink(url, link))));
        }
        return new ArrayList<>(files.values());
    }

    private static PageScripts scripts(Document page) {
        PageScripts scripts = new PageScripts();
        page.getElementsByTag("script").forEach(script -> scripts.add(script.data()));
        return scripts;
    }

    /** The URL Standard has browsers send a query in the encoding of its page, where that is no form of Unicode. */
    private static String encoded(String link, Charset charset) {
        int query = link.indexOf('?');
        if (query < 0 || charset.equals(UTF_8) || charset.name().startsWith("UTF-") || !charset.canEncode()) {
            return link;
        }
        StringBuilder out = new StringBuilder(link.substring(0, query));
        for (byte octet : link.substring(query).getBytes(charset)) {
            if (octet >= 0) {
                out.append((char) octet);
            } else {
                out.append('%').append(String.format("%02X", octet));
            }
        }
        return out.toString();
    }

    /** Collects what may offer a file, in one walk. */
    private static final class OutsideOfMenus implements NodeVisitor {
        private final List<Element> found = new ArrayList<>();
        private final Menus menus = new Menus();
        private final Deque<Element> open = new ArrayDeque<>();
        private int articles;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                String tag = element.normalName();
                if (isMenu(element, tag)) {
                    open.push(element);
                }
                articles += isArticle(tag) ? 1 : 0;
                if (open.isEmpty()
                        && found.size() < ELEMENTS_MAX
                        && element.attributesSize() > 0
                        && PageFiles.mayOffer(tag, element.hasAttr("onclick"))) {
                    found.add(element);
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                articles -= isArticle(element.normalName()) ? 1 : 0;
                if (node.equals(open.peek())) {
                    open.pop();
                }
            }
        }

        private boolean isMenu(Element element, String tag) {
            String role = element.attributesSize() == 0 ? "" : element.attr("role");
            return menus.isMenu(tag, role, element.id(), element.className(), articles > 0);
        }

        private static boolean isArticle(String tag) {
            return tag.equals("article") || tag.equals("main");
        }
    }

    /** What an element shows: its text as far as a name may reach, or the words for its picture. */
    private static final class Shown implements NodeFilter {
        private static final int NODES_MAX = 400;

        private final StringBuilder text = new StringBuilder();
        private final StringBuilder pictures = new StringBuilder();
        private int nodes;

        static String by(Element element) {
            Shown shown = new Shown();
            element.filter(shown);
            return (shown.text.toString().isBlank() ? shown.pictures : shown.text).toString();
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (text.length() > PageFiles.SAID_MAX || pictures.length() > PageFiles.SAID_MAX || ++nodes > NODES_MAX) {
                return FilterResult.STOP;
            }
            if (node instanceof TextNode leaf) {
                text.append(leaf.getWholeText());
            } else {
                text.append(' ');
                pictures.append(' ').append(node.attr("alt"));
            }
            return FilterResult.CONTINUE;
        }
    }
}
