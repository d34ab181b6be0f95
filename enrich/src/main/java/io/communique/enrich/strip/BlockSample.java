package io.communique.enrich.strip;

import io.communique.enrich.block.TextBlock;
import java.util.List;
import java.util.function.IntConsumer;
import org.jsoup.nodes.Document;

/** One page's blocks as the classifier looks at them: what it learns from and what it judges is the same. */
public final class BlockSample {
    private final Document page;
    private final List<TextBlock> blocks;
    private final BlockTree tree;

    public BlockSample(Document page, List<TextBlock> blocks) {
        this.page = page;
        this.blocks = blocks;
        this.tree = BlockTree.of(blocks);
    }

    /** Returns the first stage's numbers, a row for each block. */
    public float[][] alone(Lexicon words, Lexicon names) {
        return BlockFeatures.of(page, blocks, tree, words, names);
    }

    /**
     * Returns the second stage's numbers, a row for each block.
     *
     * @param alone the first stage's numbers
     * @param likely the first stage's probabilities
     */
    public float[][] inContext(float[][] alone, double[] likely) {
        return ContextFeatures.of(blocks, tree, alone, likely);
    }

    /** Gives the tokens of a block's text, as a {@link Lexicon} of words knows them. */
    public void forWords(int block, IntConsumer out) {
        BlockFeatures.forWords(blocks.get(block), out);
    }

    /** Returns the number of elements around the blocks. */
    public int elements() {
        return tree.size();
    }

    /** Gives the tokens of an element's names, as a {@link Lexicon} of names knows them. */
    public void forNames(int element, IntConsumer out) {
        NameTokens.of(tree.element(element), out);
    }

    /** Returns for each element the sum over the blocks below it. */
    public double[] sums(double[] ofBlocks) {
        return tree.sums(ofBlocks);
    }
}
