package io.communique.enrich.strip;

import java.util.function.IntConsumer;
import org.jsoup.nodes.Element;

/** The names that a template gives an element: tag, classes, id, role, property. */
final class NameTokens {
    private static final int CLASS = 0x61;
    private static final int ID = 0x62;

    private NameTokens() {}

    static void of(Element element, IntConsumer out) {
        out.accept(Tokens.name(element.normalName(), BlockFeatures.TAG));
        if (element.attributesSize() == 0) {
            return;
        }
        String classes = element.className();
        if (!classes.isEmpty()) {
            Tokens.names(classes, CLASS, out);
        }
        String id = element.id();
        if (!id.isEmpty()) {
            Tokens.names(id, ID, out);
        }
        String role = element.attr("role");
        if (!role.isEmpty()) {
            out.accept(Tokens.name(role, BlockFeatures.ROLE));
        }
        String property = element.attr("itemprop");
        if (!property.isEmpty()) {
            out.accept(Tokens.name(property, BlockFeatures.ITEMPROP));
        }
    }
}
