package io.communique.enrich.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a page's encoding as browsers do: byte order mark, HTTP header, declaration in the page; and checks by decoding, because header,
 * declaration and bytes disagree on real sites. Bytes that can only be UTF-8 are read as UTF-8 whatever is declared.
 *
 * <p>Labels mean what the WHATWG Encoding Standard says: {@code euc-kr} and {@code ks_c_5601-1987} are MS949, {@code gb2312} is GB18030,
 * {@code iso-8859-1} is windows-1252.
 */
public final class PageCharset {
    /** The Encoding Standard has browsers look at 1,024 bytes; templates with long comments need more. */
    private static final int PRESCAN_BYTES = 4_096;
    /** Each is tried on the whole page; a page of nothing but declarations must not cost more than any other. */
    private static final int CANDIDATES_MAX = 4;
    /** A wrong encoding damages more than this share of the characters; a right one has a stray byte at most. */
    private static final double DAMAGE_MAX = 0.002;
    /**
     * So many continuation bytes, each where UTF-8 wants it, do not come about in a text of another encoding; a damaged
     * character among this many valid ones does not speak against it.
     */
    private static final int CONTINUATIONS_MIN = 4;

    private static final int VALID_FOR_EACH_DAMAGED = 50;
    /** U+FFFD, which decoders put where bytes mean nothing. */
    private static final char REPLACEMENT = '\ufffd';

    private static final Pattern HEADER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]{1,40})");
    private static final Pattern DECLARATION = Pattern.compile(
            "(?i)<meta[^>]{0,400}?charset\\s*=\\s*[\"']?\\s*([\\w.:-]{1,40})|<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})");

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("ksc5601", "x-windows-949"),
            Map.entry("cp949", "x-windows-949"),
            Map.entry("ms949", "x-windows-949"),
            Map.entry("windows-949", "x-windows-949"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("iso-1252", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("utf8", "UTF-8"));

    private PageCharset() {}

    /**
     * Decodes a page.
     *
     * @param contentType the HTTP header as received; empty if there was none
     */
    public static Decoded decode(byte[] bytes, Optional<String> contentType) {
        Optional<Decoded> marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Decoded best = decode(bytes, UTF_8, 0);
        if (isUnmistakable(best, bytes)) {
            return encodedOnce(best);
        }
        boolean first = true;
        for (Charset candidate : candidates(bytes, contentType)) {
            Decoded decoded = candidate.equals(UTF_8) ? best : decode(bytes, candidate, 0);
            if (decoded.replaced() <= DAMAGE_MAX && (first || best.replaced() > DAMAGE_MAX)) {
                return decoded;
            }
            if (decoded.replaced() < best.replaced()) {
                best = decoded;
            }
            first = false;
        }
        return best;
    }

    /**
     * Whether the bytes can only be UTF-8, whatever header and declaration say: servers that serve templates of old and texts of now
     * declare single-byte encodings, in which every byte means something.
     */
    private static boolean isUnmistakable(Decoded utf8, byte[] bytes) {
        return hasContinuations(bytes)
                && (utf8.replaced() == 0
                        || Math.round(utf8.replaced() * utf8.text().length()) * VALID_FOR_EACH_DAMAGED <= valid(utf8));
    }

    private static boolean hasContinuations(byte[] bytes) {
        int continuations = 0;
        for (int i = 0; i < bytes.length && continuations < CONTINUATIONS_MIN; i++) {
            continuations += (bytes[i] & 0xc0) == 0x80 ? 1 : 0;
        }
        return continuations >= CONTINUATIONS_MIN;
    }

    /** Returns how many characters beyond ASCII are whole. */
    private static long valid(Decoded utf8) {
        return utf8.text()
                .chars()
                .filter(c -> c > 0x7f && c != REPLACEMENT && !Character.isLowSurrogate((char) c))
                .count();
    }

    /**
     * Undoes what a converter did that took UTF-8 for Latin-1 and encoded it again. C1 control characters are no text, and a text whose
     * characters beyond ASCII are all of Latin-1 and make valid UTF-8 as bytes is nothing else.
     */
    private static Decoded encodedOnce(Decoded utf8) {
        String text = utf8.text();
        boolean controls = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0xff) {
                return utf8;
            }
            controls |= c >= 0x80 && c < 0xa0;
        }
        if (!controls) {
            return utf8;
        }
        Decoded once = decode(text.getBytes(ISO_8859_1), UTF_8, 0);
        return once.replaced() == 0 ? once : utf8;
    }

    private static Optional<Decoded> byMark(byte[] bytes) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return Optional.of(encodedOnce(decode(bytes, UTF_8, 3)));
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return Optional.of(decode(bytes, UTF_16BE, 2));
        }
        return startsWith(bytes, 0xff, 0xfe) ? Optional.of(decode(bytes, UTF_16LE, 2)) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Header, then declarations, then UTF-8, and last what never fails. */
    private static Set<Charset> candidates(byte[] bytes, Optional<String> contentType) {
        Set<Charset> candidates = new LinkedHashSet<>();
        contentType
                .map(HEADER::matcher)
                .filter(Matcher::find)
                .flatMap(found -> forLabel(found.group(1)))
                .ifPresent(candidates::add);
        String head = new String(bytes, 0, Math.min(bytes.length, PRESCAN_BYTES), ISO_8859_1);
        Matcher declared = DECLARATION.matcher(head);
        while (candidates.size() < CANDIDATES_MAX && declared.find()) {
            forLabel(declared.group(1) == null ? declared.group(2) : declared.group(1))
                    .ifPresent(candidates::add);
        }
        candidates.add(UTF_8);
        candidates.add(WINDOWS_1252);
        return candidates;
    }

    /** Returns the encoding that a label means; empty if it means none. */
    static Optional<Charset> forLabel(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        try {
            // WHATWG, "prescan": a page that could be read this far is no UTF-16, whatever it says.
            return name.startsWith("utf-16")
                    ? Optional.of(UTF_8)
                    : Optional.of(Charset.forName(LABELS.getOrDefault(name, name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Decoded decode(byte[] bytes, Charset charset, int from) {
        String text = new String(bytes, from, bytes.length - from, charset);
        int replaced = 0;
        for (int at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) {
            replaced++;
        }
        return new Decoded(text, charset, text.isEmpty() ? 0 : (double) replaced / text.length());
    }
}
