package io.communique.enrich.strip;

import io.communique.enrich.block.Headings;
import io.communique.enrich.block.TextBlock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What the first stage of the classifier sees of each block: its text's shape, the odds of its words and of the names around it, its
 * place in the tree and on the page, and the same of its neighbours.
 */
public final class BlockFeatures {
    /** Salts that keep the kinds of tokens apart in one lexicon each. */
    static final int SHORT_WORD = 0x51;

    static final int LINE = 0x17;
    static final int TAG = 0x33;
    static final int ROLE = 0x44;
    static final int ITEMPROP = 0x55;

    /** Blocks below this are labels, headings, menu entries: their words mean something else. */
    private static final double SHORT = 60;

    private static final int NEIGHBOURS = 3;
    private static final int LEVELS = 4;
    private static final int OWN = 8;

    private static final String[] TAGS = {
        "p",
        "div",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "td",
        "blockquote",
        "pre",
        "figcaption",
        "dd",
        "dt",
        "section",
        "article"
    };
    private static final String[] AROUND = {
        "article",
        "main",
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "ul",
        "ol",
        "table",
        "figure",
        "blockquote",
        "section",
        "pre",
        "dl"
    };

    private final List<TextBlock> blocks;
    private final BlockTree tree;
    private final Lexicon words;
    private final Lexicon names;
    private final PageClues clues;
    private final float[][] rows;

    private final TextShape[] shapes;
    private final double[][] own;
    private final double[] weights;
    private final double[] linkWeights;
    /** The weight of a block that looks like running text; 0 for any other. */
    private final double[] texts;

    private final Signature[] signatures;

    private BlockFeatures(Document page, List<TextBlock> blocks, BlockTree tree, Lexicon words, Lexicon names) {
        this.blocks = blocks;
        this.tree = tree;
        this.words = words;
        this.names = names;
        this.clues = new PageClues(page);
        int count = blocks.size();
        this.rows = new float[count][];
        this.shapes = new TextShape[count];
        this.own = new double[count][];
        this.weights = new double[count];
        this.linkWeights = new double[count];
        this.texts = new double[count];
        this.signatures = new Signature[count];
    }

    /** Returns a row of numbers for each of {@code blocks}. */
    static float[][] of(Document page, List<TextBlock> blocks, BlockTree tree, Lexicon words, Lexicon names) {
        BlockFeatures features = new BlockFeatures(page, blocks, tree, words, names);
        features.read();
        return features.rows;
    }

    /** Blocks that share tag and class with others, and the same in the element around them, are often a list of something. */
    private static final class Signature {
        int blocks;
        double weight;
        double linkWeight;
        double sentences;
    }

    /** Sums over the blocks below each node. */
    private final class Sums {
        final double[] blocks = sum(i -> 1);
        final double[] weight = sum(i -> weights[i]);
        final double[] links = sum(i -> linkWeights[i]);
        final double[] sentences = sum(i -> shapes[i].sentenceEnds);
        final double[] commas = sum(i -> shapes[i].commas);
        final double[] text = sum(i -> texts[i]);

        private double[] sum(IntToDoubleFunction ofBlock) {
            double[] values = new double[shapes.length];
            Arrays.setAll(values, ofBlock);
            return tree.sums(values);
        }
    }

    /** What holds of a node and all around it. */
    private static final class Path {
        double odds;
        double worst;
        double best;
        double sum;
        int depth;
        int around;
        int lists;
    }

    private void read() {
        Map<Long, Signature> known = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        double all = 0;
        for (int i = 0; i < blocks.size(); i++) {
            measure(i, known.computeIfAbsent(Signatures.of(tree, tree.nodeOf(i)), key -> new Signature()));
            seen.merge(blocks.get(i).text(), 1, Integer::sum);
            all += weights[i];
        }
        Sums sums = new Sums();
        Path[] paths = paths();
        double[][] title = new double[blocks.size()][];
        int titleAt = titleAt(title);
        double before = 0;
        double textBefore = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Row row = new Row();
            shape(row, i);
            neighbours(row, i);
            names(row, i, paths);
            containers(row, i, sums);
            place(row, i, before / Math.max(1, all), all, titleAt, title[i], textBefore);
            row.add(seen.getOrDefault(blocks.get(i).text(), 1));
            rows[i] = row.values();
            before += weights[i];
            textBefore += texts[i];
        }
    }

    private void measure(int i, Signature signature) {
        TextBlock block = blocks.get(i);
        TextShape shape = new TextShape(block.text());
        shapes[i] = shape;
        weights[i] = block.weight();
        linkWeights[i] = block.linkDensity() * block.weight();
        texts[i] = block.weight() >= SHORT && block.linkDensity() < 0.4 ? block.weight() : 0;
        own[i] = ownOf(block, shape);
        signature.blocks++;
        signature.weight += weights[i];
        signature.linkWeight += linkWeights[i];
        signature.sentences += shape.sentenceEnds;
        signatures[i] = signature;
    }

    /** The few numbers that neighbours also look at. */
    private double[] ownOf(TextBlock block, TextShape shape) {
        double[] odds = odds(block);
        return new double[] {
            log(block.weight()),
            block.linkDensity(),
            odds[0],
            shape.endsSentence ? 1 : 0,
            log(shape.sentenceEnds + shape.commas),
            odds[1],
            odds[2],
            odds[3]
        };
    }

    /** Mean, least and greatest odds of the words, and those of the whole line if it is short. */
    private double[] odds(TextBlock block) {
        double[] sums = {0, 0, 0, 0};
        Tokens.words(block.text(), isShort(block) ? SHORT_WORD : 0, token -> {
            float odds = words.odds(token);
            sums[0] += odds;
            sums[1]++;
            sums[2] = Math.min(sums[2], odds);
            sums[3] = Math.max(sums[3], odds);
        });
        return new double[] {
            sums[1] == 0 ? 0 : sums[0] / sums[1],
            sums[2],
            sums[3],
            isShort(block) ? words.odds(Tokens.line(block.text(), LINE)) : 0
        };
    }

    private static boolean isShort(TextBlock block) {
        return block.weight() < SHORT;
    }

    /** Gives every token of the block that the lexicon of words is asked for. */
    static void forWords(TextBlock block, IntConsumer out) {
        Tokens.words(block.text(), isShort(block) ? SHORT_WORD : 0, out);
        if (isShort(block)) {
            out.accept(Tokens.line(block.text(), LINE));
        }
    }

    private void shape(Row row, int i) {
        TextBlock block = blocks.get(i);
        TextShape shape = shapes[i];
        double letters = Math.max(1, shape.letters);
        row.add(own[i]);
        row.add(log(shape.words));
        row.add(shape.words == 0 ? 0 : letters / shape.words);
        row.add(block.links());
        row.add(block.lines().size());
        row.add(shape.digits / (double) shape.length);
        row.add(shape.capitals / letters);
        row.add(shape.words == 0 ? 0 : shape.capitalised / (double) shape.words);
        row.add(shape.commas * 100.0 / shape.length);
        row.add(shape.sentenceEnds * 100.0 / shape.length);
        row.add(shape.sentenceEnds);
        row.add(shape.dashesAndBars * 100.0 / shape.length);
        row.add(shape.quotes);
        row.add(shape.dense / letters);
        row.add(shape.years);
        row.add(shape.endsColon);
        row.add(shape.hasAt);
        row.add(shape.hasCopyright);
        row.add(shape.hasAddress);
        row.add(shape.startsSmall);
        row.add(shape.startsWithMark);
        row.add(block.furnitureByName());
        row.add(NavigationPhrases.matches(block.text()));
    }

    private void neighbours(Row row, int i) {
        for (int distance = 1; distance <= NEIGHBOURS; distance++) {
            neighbour(row, i, i - distance);
            neighbour(row, i, i + distance);
        }
    }

    private void neighbour(Row row, int i, int at) {
        boolean there = at >= 0 && at < blocks.size();
        for (int k = 0; k < OWN; k++) {
            row.add(there ? own[at][k] : -1);
        }
        row.add(!there ? -1 : siblingness(tree.nodeOf(i), tree.nodeOf(at)));
    }

    /** 3: the same element; 2: the same parent; 1: the same grandparent; 0: further apart. */
    private int siblingness(int one, int other) {
        if (one == other) {
            return 3;
        }
        if (tree.up(one, 1) == tree.up(other, 1)) {
            return 2;
        }
        return tree.up(one, 2) == tree.up(other, 2) ? 1 : 0;
    }

    private Path[] paths() {
        Path[] paths = new Path[tree.size()];
        for (int node = 0; node < paths.length; node++) {
            Path path = new Path();
            Element element = tree.element(node);
            path.odds = nameOdds(element);
            String tag = element.normalName();
            int flag = flag(tag);
            if (tree.parent(node) >= 0) {
                Path above = paths[tree.parent(node)];
                path.worst = Math.min(above.worst, path.odds);
                path.best = Math.max(above.best, path.odds);
                path.sum = above.sum + path.odds;
                path.depth = above.depth + 1;
                path.around = above.around | flag;
                path.lists = above.lists + (tag.equals("ul") || tag.equals("ol") ? 1 : 0);
            } else {
                path.worst = path.odds;
                path.best = path.odds;
                path.sum = path.odds;
                path.around = flag;
            }
            paths[node] = path;
        }
        return paths;
    }

    private static int flag(String tag) {
        for (int i = 0; i < AROUND.length; i++) {
            if (AROUND[i].equals(tag)) {
                return 1 << i;
            }
        }
        return 0;
    }

    private double nameOdds(Element element) {
        double[] sum = {0, 0};
        NameTokens.of(element, token -> {
            float odds = names.odds(token);
            if (odds != 0) {
                sum[0] += odds;
                sum[1]++;
            }
        });
        return sum[1] == 0 ? 0 : sum[0] / Math.sqrt(sum[1]);
    }

    private void names(Row row, int i, Path[] paths) {
        int node = tree.nodeOf(i);
        String tag = tree.element(node).normalName();
        for (String known : TAGS) {
            row.add(known.equals(tag));
        }
        Path path = paths[node];
        for (int bit = 0; bit < AROUND.length; bit++) {
            row.add((path.around >> bit & 1) == 1);
        }
        row.add(path.depth);
        row.add(path.lists);
        row.add(path.worst);
        row.add(path.best);
        row.add(path.sum);
        int at = node;
        for (int level = 0; level < LEVELS; level++) {
            row.add(paths[at].odds);
            at = tree.up(at, 1);
        }
        int parent = tree.parent(node);
        row.add(parent < 0 ? 0 : paths[parent].worst);
    }

    private void containers(Row row, int i, Sums sums) {
        int at = tree.nodeOf(i);
        double page = Math.max(1, sums.text[0]);
        for (int level = 0; level <= LEVELS; level++) {
            double count = sums.blocks[at];
            double weight = Math.max(1, sums.weight[at]);
            row.add(log(count));
            row.add(log(weight / count));
            row.add(sums.links[at] / weight);
            row.add(sums.sentences[at] * 100 / weight);
            row.add(sums.commas[at] * 100 / weight);
            row.add(sums.text[at] / page);
            row.add(sums.text[at] / weight);
            at = tree.up(at, 1);
        }
        Signature signature = signatures[i];
        row.add(log(signature.blocks));
        row.add(log(signature.weight / signature.blocks));
        row.add(signature.linkWeight / Math.max(1, signature.weight));
        row.add(signature.sentences / signature.blocks);
        row.add(signature.weight / Math.max(1, sums.weight[0]));
    }

    private void place(Row row, int i, double before, double all, int titleAt, double[] title, double textBefore) {
        row.add(log(blocks.size()));
        row.add(log(all));
        row.add((double) i / blocks.size());
        row.add(before);
        row.add(log(i));
        row.add(log(blocks.size() - i));
        row.add(log(textBefore));
        row.add(titleAt < 0 ? -100 : Math.max(-99, Math.min(300, i - titleAt)));
        row.add(title[0]);
        row.add(title[1]);
        row.add(clues.hasDescription() ? clues.described(blocks.get(i)) : -1);
        row.add(clues.hasRepeated() ? clues.repeated(blocks.get(i)) : -1);
    }

    /** The heading most like the page's own title, the last of equals: breadcrumbs come first. */
    private int titleAt(double[][] overlaps) {
        int best = -1;
        double most = 0.5;
        for (int i = 0; i < blocks.size(); i++) {
            overlaps[i] = weights[i] <= 400 ? clues.titleOverlap(blocks.get(i)) : new double[] {0, 0};
            String tag = blocks.get(i).element().normalName();
            boolean heading = Headings.isHeading(blocks.get(i).element());
            double score =
                    Math.sqrt(overlaps[i][0] * overlaps[i][1]) + (heading ? 0.3 : 0) + (tag.equals("h1") ? 0.2 : 0);
            if (score > most) {
                most = score;
                best = i;
            }
        }
        return best;
    }

    private static double log(double value) {
        return Math.log1p(Math.max(0, value));
    }
}
