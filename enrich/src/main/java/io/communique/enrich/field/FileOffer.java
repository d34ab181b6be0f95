package io.communique.enrich.field;

import io.communique.contract.file.FileName;
import io.communique.contract.file.FileType;
import io.communique.contract.file.LinkedFile;
import io.communique.contract.file.PageFiles;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An element that may offer a file, and where it stands. */
final class FileOffer {
    /** How far above an element without a name the name beside it is looked for. */
    private static final int LEVELS_UP = 4;

    private static final int NAME_MAX = 160;
    /** What is written around a link beyond this makes it part of a sentence. */
    private static final int AROUND_MAX = 60;

    private final Element element;
    private final boolean inText;
    private final int blockLength;

    @Nullable
    private final LinkCount list;

    @Nullable
    private final LinkCount row;

    @Nullable
    private LinkedFile file;

    /**
     * Notes an element.
     *
     * @param inText whether it stands in the article's own text
     * @param blockLength characters of the paragraph around it; 0 outside of the text
     * @param list the list around it, if any
     * @param row the row or list item around it, if any
     */
    FileOffer(Element element, boolean inText, int blockLength, @Nullable LinkCount list, @Nullable LinkCount row) {
        this.element = element;
        this.inText = inText;
        this.blockLength = blockLength;
        this.list = list;
        this.row = row;
    }

    boolean needsScript() {
        return element.hasAttr("onclick")
                || element.attr("href").toLowerCase(Locale.ROOT).startsWith("javascript:");
    }

    /** Asks what the element offers; returns whether it is a file. */
    boolean read(PageFiles files) {
        file = files.read(element.normalName(), element.attributes(), ShortText.of(element, PageFiles.SAID_MAX))
                .orElse(null);
        if (file != null) {
            count(list);
            count(row);
        }
        return file != null;
    }

    private static void count(@Nullable LinkCount around) {
        if (around != null) {
            around.file();
        }
    }

    LinkedFile file() {
        if (file == null) {
            throw new IllegalStateException("offers no file: " + element.normalName());
        }
        return file;
    }

    Element row() {
        if (row != null) {
            return row.element();
        }
        Element parent = element.parent();
        return parent == null ? element : parent;
    }

    boolean inSentence() {
        return inText && blockLength > file().said().length() + AROUND_MAX;
    }

    /** Returns whether the list around it is a menu: many links to pages, few to files. */
    boolean isInMenu(int pagesMin, int pagesToFiles) {
        return !inText && list != null && list.pages() >= pagesMin && list.pages() >= pagesToFiles * list.files();
    }

    /** Returns whether it is no more than a button in a row that links another page: lists of releases have such. */
    boolean isInRowOfAnotherPage() {
        return !inText && row != null && row.pages() > 0 && file().name().isEmpty();
    }

    /** Returns the name that stands before the element in its own row, or before it at all if it ends like a file's. */
    Optional<String> nameInRow() {
        return nameBeside(true);
    }

    /** Returns the name that stands before the element, or as a heading above it. */
    Optional<String> nameBeside() {
        return nameBeside(false);
    }

    private Optional<String> nameBeside(boolean inRow) {
        if (inSentence()) {
            return Optional.empty();
        }
        Element child = element;
        boolean headingsOnly = false;
        boolean leftRow = row == null;
        for (int up = 0; up < LEVELS_UP; up++) {
            Element parent = child.parent();
            if (parent == null || parent.normalName().equals("body")) {
                return Optional.empty();
            }
            headingsOnly |= isList(parent);
            boolean anyName = !inRow || !leftRow;
            Optional<String> name = ShortText.before(child, parent, headingsOnly)
                    .flatMap(FileOffer::name)
                    .filter(beside -> anyName || FileType.in(beside).isPresent());
            if (name.isPresent()) {
                return name;
            }
            leftRow |= row != null && parent.equals(row.element());
            child = parent;
        }
        return Optional.empty();
    }

    /** Sentences are no names, unless one ends like a file's. */
    private static Optional<String> name(String shown) {
        return FileName.in(shown)
                .filter(name -> name.length() <= NAME_MAX)
                .filter(name -> FileType.in(name).isPresent() || !isSentence(name));
    }

    private static boolean isSentence(String name) {
        char last = name.charAt(name.length() - 1);
        return ".。!?！？".indexOf(last) >= 0 || name.contains(". ");
    }

    private static boolean isList(Element element) {
        return switch (element.normalName()) {
            case "ul", "ol", "table", "tbody", "dl" -> true;
            default -> false;
        };
    }
}
