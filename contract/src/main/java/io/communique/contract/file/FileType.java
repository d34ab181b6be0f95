package io.communique.contract.file;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of file, by the ending of names.
 *
 * @param ending in lower case, without the dot
 * @param mediaType as registered with IANA, or in use where none is
 */
public record FileType(String ending, String mediaType) {
    private static final String OPEN_XML = "application/vnd.openxmlformats-officedocument.";
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

    private static final Map<String, FileType> TYPES = new HashMap<>();
    private static final Map<String, FileType> BY_MEDIA_TYPE = new HashMap<>();
    /** Long enough for every ending above. */
    static final int ENDING_MAX = 5;

    /** Pages show these as often as they attach them. */
    private static final Set<String> MEDIA = Set.of("jpg", "jpeg", "png", "gif", "mp3", "mp4");
    /** Those that enrich takes text from. */
    private static final Set<String> READABLE =
            Set.of("pdf", "hwp", "hwpx", "docx", "xlsx", "pptx", "odt", "ods", "odp", "rtf");

    static {
        add("pdf", "application/pdf");
        add("hwp", "application/x-hwp");
        add("hwpx", "application/hwp+zip");
        add("doc", "application/msword");
        add("docx", OPEN_XML + "wordprocessingml.document");
        add("xls", "application/vnd.ms-excel");
        add("xlsx", OPEN_XML + "spreadsheetml.sheet");
        add("ppt", "application/vnd.ms-powerpoint");
        add("pptx", OPEN_XML + "presentationml.presentation");
        add("odt", OPEN_DOCUMENT + "text");
        add("ods", OPEN_DOCUMENT + "spreadsheet");
        add("odp", OPEN_DOCUMENT + "presentation");
        add("rtf", "application/rtf");
        add("csv", "text/csv");
        add("txt", "text/plain");
        add("epub", "application/epub+zip");
        add("zip", "application/zip");
        add("7z", "application/x-7z-compressed");
        add("jpg", "image/jpeg");
        add("jpeg", "image/jpeg");
        add("png", "image/png");
        add("gif", "image/gif");
        add("mp3", "audio/mpeg");
        add("mp4", "video/mp4");
    }

    private static void add(String ending, String mediaType) {
        FileType type = new FileType(ending, mediaType);
        TYPES.put(ending, type);
        BY_MEDIA_TYPE.putIfAbsent(mediaType, type);
    }

    /** Returns the type that {@code word} is the ending of, such as {@code pdf} or {@code HWP}. */
    public static Optional<FileType> ofEnding(String word) {
        return word.length() > ENDING_MAX
                ? Optional.empty()
                : Optional.ofNullable(TYPES.get(word.toLowerCase(Locale.ROOT)));
    }

    /** Returns the type with this media type, parameters aside. */
    static Optional<FileType> ofMediaType(String mediaType) {
        int semicolon = mediaType.indexOf(';');
        String bare = semicolon < 0 ? mediaType : mediaType.substring(0, semicolon);
        return Optional.ofNullable(BY_MEDIA_TYPE.get(bare.strip().toLowerCase(Locale.ROOT)));
    }

    /** Returns the type of the last file name that {@code text} shows. */
    public static Optional<FileType> in(String text) {
        int end = endOfName(text);
        return end < 0 ? Optional.empty() : ofEnding(text.substring(text.lastIndexOf('.', end - 1) + 1, end));
    }

    /** Returns the type of {@code name}, which ends in its ending. */
    static Optional<FileType> ofName(String name) {
        int end = endOfName(name);
        return end == name.length() ? in(name) : Optional.empty();
    }

    /** Returns where the last file name in {@code text} ends; -1 if it shows none. */
    static int endOfName(String text) {
        for (int dot = text.lastIndexOf('.'); dot > 0; dot = text.lastIndexOf('.', dot - 1)) {
            int end = dot + 1;
            while (end < text.length() && end - dot <= ENDING_MAX + 1 && isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            if (!isSpace(text.charAt(dot - 1))
                    && !goesOn(text, end)
                    && ofEnding(text.substring(dot + 1, end)).isPresent()) {
                return end;
            }
        }
        return -1;
    }

    /** "www.doc.example" is no document. */
    private static boolean goesOn(String text, int end) {
        return end < text.length()
                && (isLetterOrDigit(text.charAt(end))
                        || (text.charAt(end) == '.'
                                && end + 1 < text.length()
                                && isLetterOrDigit(text.charAt(end + 1))));
    }

    private static boolean isLetterOrDigit(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Returns whether files of this type have a text that enrich reads. */
    public boolean isReadable() {
        return READABLE.contains(ending);
    }

    /** Returns whether this is a picture, a sound or a film. */
    boolean isMedia() {
        return MEDIA.contains(ending);
    }
}
