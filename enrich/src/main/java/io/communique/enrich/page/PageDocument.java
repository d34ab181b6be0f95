package io.communique.enrich.page;

import io.communique.enrich.block.BlockReader;
import java.net.URI;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.helper.ValidationException;
import org.jsoup.nodes.Document;

/** A page's characters as the document that a reader is shown. */
public final class PageDocument {
    private static final Pattern TEMPLATE = Pattern.compile("(?i)(</?)template(?=[\\s/>])");

    private PageDocument() {}

    /**
     * Parses {@code text}; gives a document for every run of characters.
     *
     * @param address of the page, which its links are relative to
     */
    public static Document of(String text, URI address) {
        Document page = parse(SurrogateReferences.replaced(text), address.toString());
        if (StreamedParts.mayBeIn(text)) {
            StreamedParts.place(page);
        }
        return page;
    }

    private static Document parse(String html, String address) {
        try {
            return Jsoup.parse(html, address);
        } catch (ValidationException e) {
            // Templates nested deeper than the parser goes confuse it (jsoup 1.22); what is in them is not seen in any
            // case.
            return Jsoup.parse(TEMPLATE.matcher(html).replaceAll("$1" + BlockReader.UNSEEN_TAG), address);
        }
    }
}
