package io.communique.enrich.structure;

import io.communique.contract.release.Block;
import java.util.List;

/**
 * The text of an article.
 *
 * @param text plain, paragraphs parted by one blank line
 * @param blocks its parts, in order
 */
public record Body(String text, List<Block> blocks) {
    public Body {
        blocks = List.copyOf(blocks);
    }
}
