package io.communique.enrich.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TreeEnsembleTest {
    /** Two trees: one splits twice, one is a leaf alone. */
    private static final TreeEnsemble TREES = new TreeEnsemble(
            new int[] {0, ~3},
            new int[] {1, 0},
            new float[] {0f, -2.5f},
            new int[] {1, ~1},
            new int[] {~0, ~2},
            new float[] {1f, 2f, 3f, 0.5f});

    @Test
    void aRowTakesOneLeafOfEachTree() {
        assertThat(logOdds(TREES, -2.5f, 0f)).isEqualTo(2.5, within(1e-6));
        assertThat(logOdds(TREES, -2.4f, 0f)).isEqualTo(3.5, within(1e-6));
        assertThat(logOdds(TREES, -9f, 0.1f)).isEqualTo(1.5, within(1e-6));
    }

    @Test
    void bothZerosAreOne() {
        assertThat(logOdds(TREES, 0f, -0f)).isEqualTo(logOdds(TREES, -0f, 0f));
    }

    @Test
    void rowsDoNotDisturbEachOther() {
        Random random = new Random(7);
        float[][] rows = new float[101][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new float[] {random.nextFloat() * 8 - 6, random.nextFloat() - 0.5f};
        }
        double[] together = TREES.probabilities(rows);
        for (int i = 0; i < rows.length; i++) {
            assertThat(together[i]).isEqualTo(TREES.probabilities(new float[][] {rows[i]})[0]);
        }
    }

    @Test
    void whatIsWrittenReadsTheSame() throws IOException {
        byte[] written = written(TREES);
        TreeEnsemble read = TreeEnsemble.read(new DataInputStream(new ByteArrayInputStream(written)));
        assertThat(logOdds(read, -2.5f, 0f)).isEqualTo(logOdds(TREES, -2.5f, 0f));
        assertThat(written(read)).isEqualTo(written);
    }

    @Test
    void somethingElseIsRefused() {
        byte[] other = {-1, -1, -1, -1};
        assertThatThrownBy(() -> TreeEnsemble.read(new DataInputStream(new ByteArrayInputStream(other))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no tree ensemble");
    }

    private static double logOdds(TreeEnsemble trees, float... row) {
        double probability = trees.probabilities(new float[][] {row})[0];
        return Math.log(probability / (1 - probability));
    }

    private static byte[] written(TreeEnsemble trees) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        trees.write(new DataOutputStream(out));
        return out.toByteArray();
    }
}
