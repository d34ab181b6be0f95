package io.communique.ingest.answer;

import io.communique.contract.telltale.Telltale;
import org.jsoup.nodes.Document;

/** Recognises a page that says, in place of its text, that one will stand here: it is worth a visit soon. */
public final class Placeholder {
    /** In Latin letters. */
    private static final int TEXT_MAX = 300;

    private static final int BLOCKS_MAX = 400;

    private Placeholder() {}

    /**
     * Returns whether {@code page} is one.
     *
     * @param letters that the page shows outside of links and menus
     */
    public static boolean is(Document page, int letters) {
        return letters <= TEXT_MAX
                && page.select("p, div, td, dd, span, li").stream()
                        .limit(BLOCKS_MAX)
                        .map(block -> block.ownText().strip())
                        .anyMatch(text -> !text.isEmpty() && Telltale.announcesText(text));
    }
}
