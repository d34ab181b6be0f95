package io.communique.enrich.text.entity.model;

import io.communique.contract.release.Entity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The labels of a word in IOB2 (Ramshaw and Marcus 1995; Tjong Kim Sang 2002): no name, the first word of one, or a further word of one.
 * "Misc" is what has a name and is none of our kinds (works, products, peoples): it is learnt so that it is not taken for one of them.
 */
public final class NameLabel {
    /** The kinds of names in the order of their labels. */
    public static final List<Kind> KINDS = List.of(Kind.values());

    /** No name. */
    public static final int NONE = 0;

    /** How many labels there are. */
    public static final int COUNT = 11;

    private NameLabel() {}

    /** Returns the label of the first word of a name. */
    public static int first(Kind kind) {
        return kind.first;
    }

    /** Returns the label of a further word of a name. */
    public static int further(Kind kind) {
        return kind.first + 1;
    }

    /** Whether the label may stand after {@code before}; at the beginning of a sentence {@code before} is {@link #NONE}. */
    static boolean follows(int before, int label) {
        boolean isFurther = label > 0 && label % 2 == 0;
        return !isFurther || before == label || before == label - 1;
    }

    static boolean isFirst(int label) {
        return label % 2 == 1;
    }

    static Kind kind(int label) {
        return KINDS.get((label - 1) / 2);
    }

    /** What a name stands for. */
    public enum Kind {
        PERSON(1, Entity.Type.PERSON),
        ORGANIZATION(3, Entity.Type.ORGANIZATION),
        PLACE(5, Entity.Type.PLACE),
        EVENT(7, Entity.Type.EVENT),
        MISC(9, null);

        private final int first;
        private final Entity.@Nullable Type type;

        Kind(int first, Entity.@Nullable Type type) {
            this.first = first;
            this.type = type;
        }

        /** Returns the type of entity; empty if it is none of ours. */
        public Optional<Entity.Type> type() {
            return Optional.ofNullable(type);
        }
    }
}
