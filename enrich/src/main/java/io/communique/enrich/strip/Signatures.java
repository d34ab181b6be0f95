package io.communique.enrich.strip;

import org.jsoup.nodes.Element;

/** Tag and class of an element and of the one around it: what the rows of a list have in common. */
final class Signatures {
    private Signatures() {}

    static long of(BlockTree tree, int node) {
        Element element = tree.element(node);
        Element parent = tree.parentElement(node);
        long hash = hash(element);
        return parent == null ? hash : hash << 32 ^ (hash(parent) & 0xffffffffL);
    }

    private static int hash(Element element) {
        return 31 * element.normalName().hashCode() + element.className().hashCode();
    }
}
