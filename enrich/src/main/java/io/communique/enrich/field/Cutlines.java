package io.communique.enrich.field;

import io.communique.enrich.block.TextBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Captions that stand in the text with a label instead of under their picture, as wire copy has them. */
final class Cutlines {
    private static final double LENGTH_MAX = 700;

    private static final Pattern LABELLED = Pattern.compile(
            "(?iu)[\\s(*※▲▶<\\[]{0,3}(?:(?:photo|picture) (?:cutlines?|captions?)|cutlines?|captions?|bildunterschrift|bildtext|légende(?: de la photo)?|pie de (?:foto|imagen)|legenda da foto|didascalia|사진\\s?설명|写真説明|图片说明|圖片說明|подпись к фото)\\s?[)\\]>]?\\s*[:：]\\s*(.+)");
    /** What goes on where a label began: the next row of people. */
    private static final Pattern ROW = Pattern.compile(
            "(?iu)[\\s(]{0,2}(?:(?:front|back|middle|second|third|top|bottom) row|(?:from )?left to right|(?:vordere|hintere|erste|zweite) reihe|v(?:on|\\.) ?l(?:inks|\\.)|de gauche à droite|de izquierda a derecha|da sinistra|왼쪽부터|사진 왼쪽부터|左から|前列|後列|слева направо)(?![\\p{L}\\p{N}]).*");

    private Cutlines() {}

    /** Returns the blocks of {@code text} that are labelled captions, with the rows that follow one. */
    static List<TextBlock> in(List<TextBlock> text) {
        List<TextBlock> found = new ArrayList<>();
        boolean open = false;
        for (TextBlock block : text) {
            boolean isShort = block.weight() <= LENGTH_MAX;
            open = isShort
                    && (label(block).isPresent()
                            || (open && ROW.matcher(block.text()).matches()));
            if (open) {
                found.add(block);
            }
        }
        return found;
    }

    /** Returns what {@code cutlines} say, without the label. */
    static String said(List<TextBlock> cutlines) {
        return String.join(
                " ",
                cutlines.stream()
                        .map(block -> label(block).orElse(block.text()))
                        .toList());
    }

    private static Optional<String> label(TextBlock block) {
        Matcher labelled = LABELLED.matcher(block.text());
        return labelled.matches() ? Optional.of(labelled.group(1)) : Optional.empty();
    }
}
