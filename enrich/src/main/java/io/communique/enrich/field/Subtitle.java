package io.communique.enrich.field;

import io.communique.enrich.block.TextBlock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The line under the title, where the page marks it as one. */
public final class Subtitle {
    private static final int NEAR = 3;
    private static final double LENGTH_MAX = 300;

    private static final Pattern MARKED = Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:sub-?_?(?:title|headline|heading|tit|ject)|untertitel|unterzeile|sous-?titre|subtitulo|subt[ií]tulo|sottotitolo|deck|dek|standfirst|s_?tit)(?:$|[\\s_-])");

    private Subtitle() {}

    /** Returns the subtitle; empty if the page marks none. */
    public static Optional<String> find(List<TextBlock> blocks, int titleAt) {
        for (int i = titleAt + 1; titleAt >= 0 && i < Math.min(blocks.size(), titleAt + 1 + NEAR); i++) {
            TextBlock block = blocks.get(i);
            boolean marked = MARKED.matcher(block.element().className()).find()
                    || block.element().attr("itemprop").equals("alternativeHeadline")
                    || block.element().attr("role").equals("doc-subtitle");
            if (marked && block.weight() <= LENGTH_MAX && !block.furniture()) {
                return Optional.of(block.text());
            }
        }
        return Optional.empty();
    }
}
