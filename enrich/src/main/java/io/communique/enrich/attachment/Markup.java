package io.communique.enrich.attachment;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks through a part of a document: no DTD, no entities from elsewhere, limited in depth and length. */
final class Markup {
    private static final int DEPTH_MAX = 500;
    private static final XMLInputFactory FACTORY = factory();

    private final long stepsMax;
    private long steps;

    Markup(long stepsMax) {
        this.stepsMax = stepsMax;
    }

    /** Tells {@code handler} what {@code part} holds, in order; further parts count against the same limit. */
    void walk(byte[] part, Handler handler) throws UnreadableFileException {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(part));
            int depth = 0;
            while (reader.hasNext()) {
                if (++steps > stepsMax) {
                    throw new UnreadableFileException("too many elements");
                }
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEPTH_MAX) {
                            throw new UnreadableFileException("nested too deeply");
                        }
                        handler.start(name(reader), reader);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        handler.end(name(reader));
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        handler.text(reader.getText());
                    default -> {
                        // Comments and processing instructions say nothing to a reader.
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new UnreadableFileException("broken markup", e);
        }
    }

    /** Returns an attribute by its local name, whatever its namespace; empty if there is none. */
    static String attribute(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    private static String name(XMLStreamReader reader) {
        return reader.getLocalName();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        // The formats have no document type (ECMA-376 part 2 section 8.1.4 forbids one).
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** What a walk meets; elements by their local names. */
    interface Handler {
        default void start(String name, XMLStreamReader element) {}

        default void end(String name) {}

        default void text(String characters) {}
    }
}
