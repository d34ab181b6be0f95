package io.communique.enrich.field;

import org.jsoup.nodes.Element;

/** Counts what the links of one list or row lead to; those of lists within are not its own. */
final class LinkCount {
    private final Element element;
    private int links;
    private int files;

    LinkCount(Element element) {
        this.element = element;
    }

    Element element() {
        return element;
    }

    void link() {
        links++;
    }

    void file() {
        files++;
    }

    int files() {
        return files;
    }

    int pages() {
        return Math.max(0, links - files);
    }
}
