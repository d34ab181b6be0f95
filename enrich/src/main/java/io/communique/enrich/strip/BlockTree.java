package io.communique.enrich.strip;

import io.communique.enrich.block.TextBlock;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The elements around a page's blocks, as arrays: parents before children, sums over the blocks below each. */
final class BlockTree {
    /** Elements beyond this depth are counted with the one at it: pages may be nested as deep as they like. */
    static final int DEPTH_MAX = 200;

    private Element[] elements = new Element[256];
    private int[] parents = new int[256];
    private int size;
    private final int[] nodes;

    private BlockTree(int blocks) {
        nodes = new int[blocks];
    }

    static BlockTree of(List<TextBlock> blocks) {
        BlockTree tree = new BlockTree(blocks.size());
        IdentityHashMap<Element, Integer> known = new IdentityHashMap<>();
        Element[] path = new Element[DEPTH_MAX];
        for (int i = 0; i < blocks.size(); i++) {
            tree.nodes[i] = tree.node(blocks.get(i).element(), known, path);
        }
        return tree;
    }

    private int node(Element element, IdentityHashMap<Element, Integer> known, Element[] path) {
        int steps = 0;
        Element at = element;
        Integer found = known.get(at);
        while (found == null && at.parent() != null && steps < DEPTH_MAX) {
            path[steps++] = at;
            at = at.parent();
            found = known.get(at);
        }
        int node = found == null ? add(at, -1, known) : found;
        while (steps > 0) {
            node = add(path[--steps], node, known);
        }
        return node;
    }

    private int add(Element element, int parent, IdentityHashMap<Element, Integer> known) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, size * 2);
            parents = Arrays.copyOf(parents, size * 2);
        }
        elements[size] = element;
        parents[size] = parent;
        known.put(element, size);
        return size++;
    }

    int size() {
        return size;
    }

    Element element(int node) {
        return elements[node];
    }

    /** Returns the node around {@code node}; -1 at the root. */
    int parent(int node) {
        return parents[node];
    }

    /** Returns the node that block {@code i} stands in. */
    int nodeOf(int i) {
        return nodes[i];
    }

    /** Adds to each node what its children have; a child always comes after its parent. */
    double[] sums(double[] ofBlocks) {
        double[] sums = new double[size];
        for (int i = 0; i < nodes.length; i++) {
            sums[nodes[i]] += ofBlocks[i];
        }
        for (int node = size - 1; node > 0; node--) {
            if (parents[node] >= 0) {
                sums[parents[node]] += sums[node];
            }
        }
        return sums;
    }

    /** Returns the ancestor {@code levels} above {@code node}, or the root. */
    int up(int node, int levels) {
        int at = node;
        for (int i = 0; i < levels && parents[at] >= 0; i++) {
            at = parents[at];
        }
        return at;
    }

    @Nullable
    Element parentElement(int node) {
        return parents[node] < 0 ? null : elements[parents[node]];
    }
}
