package io.communique.enrich.attachment;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;

/** Bullets of an HWPX document: a paragraph names its shape, the shape its bullet. Numbers are typed by hand in practice. */
final class HwpxLabels implements Labels {
    private final Map<String, String> bullets = new HashMap<>();
    private final Map<String, String> bulletOfShape = new HashMap<>();
    private Optional<String> label = Optional.empty();

    /** Returns what reads the header. */
    Markup.Handler definitions() {
        return new Definitions();
    }

    @Override
    public void start(String name, XMLStreamReader element) {
        if (name.equals("p")) {
            label = Optional.ofNullable(bulletOfShape.get(Markup.attribute(element, "paraPrIDRef")))
                    .map(id -> bullets.getOrDefault(id, ""))
                    .map(CleanText::of)
                    .filter(text -> !text.isEmpty());
        }
    }

    @Override
    public Optional<String> take() {
        Optional<String> taken = label;
        label = Optional.empty();
        return taken;
    }

    private final class Definitions implements Markup.Handler {
        private String shape = "";

        @Override
        public void start(String name, XMLStreamReader element) {
            switch (name) {
                case "paraPr" -> shape = Markup.attribute(element, "id");
                case "heading" -> {
                    if (Markup.attribute(element, "type").equals("BULLET")) {
                        bulletOfShape.put(shape, Markup.attribute(element, "idRef"));
                    }
                }
                case "bullet" -> bullets.put(Markup.attribute(element, "id"), Markup.attribute(element, "char"));
                default -> {
                    // Fonts, borders, styles.
                }
            }
        }
    }
}
