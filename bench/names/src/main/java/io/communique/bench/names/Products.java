package io.communique.bench.names;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Products of matrices: where the processor multiplies numbers of sixteen bits by itself (bfloat16: eight bits of them before the point of
 * accuracy), rounded to those first, which is two to four times as fast; sums are of 32 bits in any case.
 */
final class Products implements AutoCloseable {
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    private final @Nullable Script rounded;

    Products(NDManager manager) {
        this.rounded = isFast()
                ? new Script(
                        manager,
                        List.of("a", "b"),
                        List.of("_0 = torch.matmul(torch.to(a, 15), torch.to(b, 15))", "return torch.to(_0, 6)"))
                : null;
    }

    NDArray of(NDArray a, NDArray b) {
        return rounded == null ? a.matMul(b) : rounded.of(a, b);
    }

    private static boolean isFast() {
        try {
            String text = Files.readString(PROCESSOR);
            return text.contains("avx512_bf16") || text.contains("amx_bf16");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        if (rounded != null) {
            rounded.close();
        }
    }
}
