package io.communique.enrich.structure;

import io.communique.enrich.block.BlockReader;
import io.communique.enrich.block.TextWeight;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Alternative texts and file names of pictures: a line of text that says no more than one of them says nothing. */
final class PictureLines {
    /** Longer alternative texts are sentences, and captions may repeat them. */
    private static final double LINE_MAX = 60;

    private static final int PICTURES_MAX = 1_000;

    private final Set<String> names = new HashSet<>();

    /**
     * Notes the pictures around an article.
     *
     * @param container the element around its text; pictures often stand beside it
     */
    PictureLines(Element container) {
        Element parent = container.parent();
        Element around = parent == null || parent.normalName().equals("body") ? container : parent;
        int pictures = 0;
        for (Element picture : around.getElementsByTag("img")) {
            if (pictures++ == PICTURES_MAX) {
                break;
            }
            add(picture.attr("alt"));
            addFile(picture.attr("src"));
        }
    }

    private void addFile(String address) {
        if (address.startsWith("data:")) {
            return;
        }
        int end = address.length();
        for (int i = 0; i < end; i++) {
            if (address.charAt(i) == '?' || address.charAt(i) == '#') {
                end = i;
            }
        }
        String file = address.substring(address.lastIndexOf('/', end - 1) + 1, end);
        add(file);
        int dot = file.lastIndexOf('.');
        if (dot > 0) {
            add(file.substring(0, dot));
        }
    }

    private void add(String name) {
        if (name.length() <= LINE_MAX * 4) {
            String key = key(name);
            if (key.chars().anyMatch(Character::isLetter) && TextWeight.of(key) <= LINE_MAX) {
                names.add(key);
            }
        }
    }

    private static String key(String text) {
        return BlockReader.fold(text).toLowerCase(Locale.ROOT);
    }

    /** Returns whether {@code paragraph} is the name of a picture and no sentence. */
    boolean contains(String paragraph) {
        return !names.isEmpty()
                && paragraph.length() <= LINE_MAX
                && ".!?。！？".indexOf(paragraph.charAt(paragraph.length() - 1)) < 0
                && names.contains(key(paragraph));
    }
}
