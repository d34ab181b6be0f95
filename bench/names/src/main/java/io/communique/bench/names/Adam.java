package io.communique.bench.names;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.Map;

/** AdamW (Loshchilov and Hutter 2019), with gradients cut to a length of one. */
final class Adam {
    private static final float BETA_1 = 0.9f;
    private static final float BETA_2 = 0.999f;
    private static final float EPSILON = 1e-8f;
    private static final float DECAY = 0.01f;

    /** How much faster what begins at random learns. */
    private static final float NEW = 10;

    private final NDManager manager;
    private final Map<String, NDArray> firsts = new HashMap<>();
    private final Map<String, NDArray> seconds = new HashMap<>();
    private int steps;

    Adam(NDManager manager) {
        this.manager = manager;
    }

    /** Moves the weights against their gradients; false, and nothing moved, if a gradient is not a number. */
    boolean step(NDManager scope, Map<String, NDArray> weights, Map<String, NDArray> gradients, double rate) {
        double square = 0;
        for (NDArray gradient : gradients.values()) {
            square += gradient.square().sum().getFloat();
        }
        if (!Double.isFinite(square)) {
            return false;
        }
        steps++;
        float cut = (float) Math.min(1, 1 / Math.sqrt(square + 1e-12));
        weights.forEach((name, weight) -> {
            NDArray gradient = gradients.get(name);
            if (gradient != null) {
                move(scope, name, weight, gradient.mul(cut), rate);
            }
        });
        return true;
    }

    private void move(NDManager scope, String name, NDArray weight, NDArray gradient, double rate) {
        NDArray first = firsts.computeIfAbsent(name, any -> manager.zeros(weight.getShape()));
        NDArray second = seconds.computeIfAbsent(name, any -> manager.zeros(weight.getShape()));
        first.tempAttach(scope);
        second.tempAttach(scope);
        first.muli(BETA_1).addi(gradient.mul(1 - BETA_1));
        second.muli(BETA_2).addi(gradient.square().mul(1 - BETA_2));
        boolean isNew = name.startsWith("head") || name.startsWith("early") || name.equals("shape");
        float step = (float) (rate * (isNew ? NEW : 1));
        if (weight.getShape().dimension() == 2 && !isNew) {
            weight.muli(1 - step * DECAY);
        }
        double correct1 = 1 - Math.pow(BETA_1, steps);
        double correct2 = 1 - Math.pow(BETA_2, steps);
        weight.subi(first.mul((float) (step / correct1))
                .div(second.mul((float) (1 / correct2)).sqrt().add(EPSILON)));
        first.attach(manager);
        second.attach(manager);
    }
}
