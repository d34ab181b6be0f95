package io.communique.enrich.attachment;

import java.util.Optional;
import javax.xml.stream.XMLStreamReader;

/** The bullets and numbers that a word processor draws before paragraphs without storing them in the text. */
interface Labels {
    /** No label anywhere. */
    Labels NONE = new Labels() {};

    /** Notes an element, also one that holds no text. */
    default void start(String name, XMLStreamReader element) {}

    /** Returns the label of the paragraph that is open, once. */
    default Optional<String> take() {
        return Optional.empty();
    }

    /** Notes the end of a paragraph. */
    default void endParagraph() {}
}
