package io.communique.enrich.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;

/** What a file is, by its bytes; names and media types lie. */
enum FileKind {
    PDF,
    HWP,
    ZIP,
    RTF,
    HTML,
    OTHER;

    private static final int SNIFFED = 1024;
    /** Compound File Binary, the container of HWP 5 and of Office before 2007 ([MS-CFB] section 2.2). */
    private static final String COMPOUND_FILE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
    /** First bytes of the stream FileHeader of HWP 5. */
    private static final String HWP_SIGNATURE = "HWP Document File";

    static FileKind of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, SNIFFED), ISO_8859_1);
        if (head.startsWith("PK\u0003\u0004")) {
            return ZIP;
        }
        if (head.startsWith(COMPOUND_FILE)) {
            return new String(bytes, ISO_8859_1).contains(HWP_SIGNATURE) ? HWP : OTHER;
        }
        if (head.startsWith("{\\rtf")) {
            return RTF;
        }
        // ISO 32000-1 annex H.3.4.1: readers accept the header anywhere in the first 1024 bytes.
        if (head.contains("%PDF-")) {
            return PDF;
        }
        String start =
                head.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html") ? HTML : OTHER;
    }
}
