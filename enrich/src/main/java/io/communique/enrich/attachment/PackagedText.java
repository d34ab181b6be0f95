package io.communique.enrich.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Documents that are ZIP archives of markup: Office since 2007, OpenDocument, HWPX. */
final class PackagedText {
    private static final Pattern WANTED =
            Pattern.compile("mimetype|content\\.xml|META-INF/manifest\\.xml|word/(?:document|footnotes|numbering)\\.xml"
                    + "|xl/(?:workbook|sharedStrings|styles)\\.xml|xl/worksheets/sheet\\d{1,4}\\.xml"
                    + "|ppt/slides/slide\\d{1,5}\\.xml|Contents/(?:header|section\\d{1,4})\\.xml");
    private static final Pattern NUMBER = Pattern.compile("(\\d+)\\.xml$");

    private final Archive archive;
    private final FileLimits limits;
    private final Paragraphs out;
    private final Markup markup;

    private PackagedText(Archive archive, FileLimits limits, Paragraphs out) {
        this.archive = archive;
        this.limits = limits;
        this.out = out;
        this.markup = new Markup(limits.stepsMax());
    }

    /** Reads what it can; returns whether the archive is a document of a known kind. */
    static boolean read(byte[] bytes, FileLimits limits, Paragraphs out) throws IOException, UnreadableFileException {
        Predicate<String> wanted = name -> WANTED.matcher(name).matches();
        return new PackagedText(Archive.open(bytes, limits, wanted), limits, out).read();
    }

    private boolean read() throws UnreadableFileException {
        String mimetype = archive.part("mimetype")
                .map(type -> new String(type, 0, Math.min(type.length, 200), ISO_8859_1).strip())
                .orElse("");
        if (mimetype.startsWith("application/vnd.oasis.opendocument.")) {
            openDocument();
        } else if (mimetype.equals("application/hwp+zip")
                || archive.part("Contents/section0.xml").isPresent()) {
            hwpx();
        } else if (archive.part("word/document.xml").isPresent()) {
            word();
        } else if (archive.part("xl/workbook.xml").isPresent()) {
            sheets();
        } else if (archive.parts().keySet().stream().anyMatch(name -> name.startsWith("ppt/slides/"))) {
            markup(parts("ppt/slides/"), Vocabulary.SLIDES, Labels.NONE);
        } else {
            return false;
        }
        return true;
    }

    private void openDocument() throws UnreadableFileException {
        if (declares("encryption-data")) {
            throw new UnreadableFileException("encrypted");
        }
        markup(parts("content.xml"), Vocabulary.OPEN_DOCUMENT, Labels.NONE);
    }

    private void hwpx() throws UnreadableFileException {
        if (declares("encryption-data")) {
            throw new UnreadableFileException("encrypted");
        }
        HwpxLabels labels = new HwpxLabels();
        for (byte[] header : parts("Contents/header")) {
            markup.walk(header, labels.definitions());
        }
        markup(parts("Contents/section"), Vocabulary.HWPX, labels);
    }

    private void word() throws UnreadableFileException {
        WordLabels labels = new WordLabels();
        for (byte[] numbering : parts("word/numbering.xml")) {
            markup.walk(numbering, labels.definitions());
        }
        markup(parts("word/document.xml"), Vocabulary.WORD, labels);
        markup(parts("word/footnotes.xml"), Vocabulary.WORD, Labels.NONE);
    }

    private void sheets() throws UnreadableFileException {
        SheetText sheets = new SheetText(out);
        for (byte[] styles : parts("xl/styles.xml")) {
            markup.walk(styles, sheets.styles());
        }
        for (byte[] strings : parts("xl/sharedStrings.xml")) {
            markup.walk(strings, sheets.strings());
        }
        for (byte[] sheet : parts("xl/worksheets/")) {
            markup.walk(sheet, sheets.cells());
        }
    }

    private void markup(List<byte[]> parts, Vocabulary words, Labels labels) throws UnreadableFileException {
        if (parts.size() > limits.pagesMax()) {
            out.cut("too many pages");
        }
        for (byte[] part : parts.subList(0, Math.min(parts.size(), limits.pagesMax()))) {
            markup.walk(part, new MarkupText(words, labels, out));
        }
    }

    private boolean declares(String element) {
        return archive.part("META-INF/manifest.xml")
                .filter(manifest -> new String(manifest, ISO_8859_1).contains(element))
                .isPresent();
    }

    /** Parts whose names begin so, by the numbers in their names. */
    private List<byte[]> parts(String prefix) {
        return archive.parts().entrySet().stream()
                .filter(part -> part.getKey().startsWith(prefix))
                .sorted(Comparator.comparingInt(part -> number(part.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static int number(String name) {
        Matcher matcher = NUMBER.matcher(name);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
