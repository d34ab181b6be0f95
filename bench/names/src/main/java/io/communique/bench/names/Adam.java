package io.communique.bench.names;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** AdamW (Loshchilov and Hutter 2019), with gradients cut to a length of one. */
final class Adam implements AutoCloseable {
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final float DECAY = 0.01f;

    /** How much faster what begins at random learns. */
    private static final float NEW = 10;

    /** What happens to one weight, all in place. */
    private static final List<String> MOVE = List.of(
            "_0 = torch.mul(gradient, torch.select(numbers, 0, 0))",
            "_1 = torch.add_(torch.mul_(first, " + BETA_1 + "), _0, alpha=" + (1 - BETA_1) + ")",
            "_2 = torch.addcmul_(torch.mul_(second, " + BETA_2 + "), _0, _0, value=" + (1 - BETA_2) + ")",
            "_3 = torch.add_(torch.sqrt(torch.mul(second, torch.select(numbers, 0, 1))), 1e-8)",
            "_4 = torch.mul_(weight, torch.select(numbers, 0, 2))",
            "return torch.addcdiv_(_4, first, _3, value=torch.neg(float(torch.select(numbers, 0, 3))))");

    private final NDManager manager;
    private final Script move;
    private final Map<String, NDArray> firsts = new HashMap<>();
    private final Map<String, NDArray> seconds = new HashMap<>();
    private int steps;

    Adam(NDManager manager) {
        this.manager = manager;
        this.move = new Script(manager, List.of("weight", "gradient", "first", "second", "numbers"), MOVE);
    }

    /** Moves the weights against their gradients; false, and nothing moved, if a gradient is not a number. */
    boolean step(NDManager scope, Map<String, NDArray> weights, Map<String, NDArray> gradients, double rate) {
        double square = 0;
        for (NDArray gradient : gradients.values()) {
            square += Math.pow(gradient.norm().getFloat(), 2);
        }
        if (!Double.isFinite(square)) {
            return false;
        }
        steps++;
        float cut = (float) Math.min(1, 1 / Math.sqrt(square + 1e-12));
        weights.forEach((name, weight) -> {
            NDArray gradient = gradients.get(name);
            if (gradient != null) {
                move(scope, name, weight, gradient, cut, rate);
            }
        });
        return true;
    }

    private void move(NDManager scope, String name, NDArray weight, NDArray gradient, float cut, double rate) {
        NDArray first = firsts.computeIfAbsent(name, any -> manager.zeros(weight.getShape()));
        NDArray second = seconds.computeIfAbsent(name, any -> manager.zeros(weight.getShape()));
        boolean isNew = name.startsWith("head") || name.equals("shape");
        float step = (float) (rate * (isNew ? NEW : 1));
        float kept = weight.getShape().dimension() == 2 && !isNew ? 1 - step * DECAY : 1;
        float correct1 = (float) (1 - Math.pow(BETA_1, steps));
        float correct2 = (float) (1 - Math.pow(BETA_2, steps));
        NDArray numbers = scope.create(new float[] {cut, 1 / correct2, kept, step / correct1});
        move.of(weight, gradient, first, second, numbers).close();
    }

    @Override
    public void close() {
        move.close();
    }
}
