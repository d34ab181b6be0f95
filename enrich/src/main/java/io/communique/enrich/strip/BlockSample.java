package io.communique.enrich.strip;

import io.communique.enrich.block.TextBlock;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;

/** One page's blocks as the classifier looks at them: what it learns from and what it judges is the same. */
public final class BlockSample {
    private static final double FURNITURE_MAX = 0.08;
    private static final double TEXT_MIN = 0.3;
    private static final int NEAR = 3;

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
     * Returns the blocks that the second stage is asked for, ascending: those that the first does not hold for furniture, and those close
     * to likely text, of which a heading or a short line may be part.
     */
    public static int[] doubtful(double[] likely) {
        return IntStream.range(0, likely.length)
                .filter(i -> likely[i] >= FURNITURE_MAX || isNearText(likely, i))
                .toArray();
    }

    private static boolean isNearText(double[] likely, int i) {
        for (int at = Math.max(0, i - NEAR); at <= Math.min(likely.length - 1, i + NEAR); at++) {
            if (likely[at] >= TEXT_MIN) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the second stage's numbers, a row for each of the blocks {@code asked}.
     *
     * @param alone the first stage's numbers, of all blocks
     * @param likely the first stage's probabilities, of all blocks
     */
    public float[][] inContext(float[][] alone, double[] likely, int[] asked) {
        return ContextFeatures.of(blocks, tree, alone, likely, asked);
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
