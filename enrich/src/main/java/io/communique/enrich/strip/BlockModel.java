package io.communique.enrich.strip;

import io.communique.enrich.block.TextBlock;
import java.io.BufferedInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jsoup.nodes.Document;

/**
 * Tells article text from page furniture, block by block, in two stages: the first looks at a block, its words and its place, the second
 * also at what the first said of everything around it, and is asked only where that leaves a doubt. Immutable; safe to share between threads.
 */
public final class BlockModel {
    private static final String RESOURCE = "block-model.bin";
    private static final int FORMAT = 0x434d_0001;

    private final LexiconTable words;
    private final LexiconTable names;
    private final TreeEnsemble first;
    private final TreeEnsemble second;

    public BlockModel(LexiconTable words, LexiconTable names, TreeEnsemble first, TreeEnsemble second) {
        this.words = words;
        this.names = names;
        this.first = first;
        this.second = second;
    }

    /** Returns the model that ships; its card lies beside it. Takes some tens of milliseconds. */
    public static BlockModel shipped() {
        try (InputStream in = BlockModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no block model on the class path: " + RESOURCE);
            }
            return read(new DataInputStream(new BufferedInputStream(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is something else
     */
    public static BlockModel read(DataInput in) throws IOException {
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IOException("no block model of this version: it begins with " + Integer.toHexString(format));
        }
        return new BlockModel(
                LexiconTable.read(in), LexiconTable.read(in), TreeEnsemble.read(in), TreeEnsemble.read(in));
    }

    /** Writes the model: big-endian, the same bytes for the same model. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(FORMAT);
        words.write(out);
        names.write(out);
        first.write(out);
        second.write(out);
    }

    /** Returns for each of {@code blocks} how likely it is article text, 0 to 1. */
    public double[] classify(Document page, List<TextBlock> blocks) {
        BlockSample sample = new BlockSample(page, blocks);
        float[][] alone = sample.alone(words, names);
        return judged(sample, alone, first.probabilities(alone));
    }

    /** As {@link #classify}, with no block ruled out early: for pages where the short way found no text. */
    public double[] classifyClosely(Document page, List<TextBlock> blocks) {
        BlockSample sample = new BlockSample(page, blocks);
        float[][] alone = sample.alone(words, names);
        return judged(sample, alone, first.probabilitiesOfAll(alone));
    }

    private double[] judged(BlockSample sample, float[][] alone, double[] likely) {
        int[] doubtful = BlockSample.doubtful(likely);
        double[] judged = second.probabilitiesOfAll(sample.inContext(alone, likely, doubtful));
        double[] all = likely.clone();
        for (int i = 0; i < doubtful.length; i++) {
            all[doubtful[i]] = judged[i];
        }
        return all;
    }
}
