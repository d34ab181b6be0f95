package io.communique.contract.file;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which elements of one page offer a file, and where it is to be had. Elements come as their tag, their attributes and what they show,
 * so that no parser is needed here. Not safe to share between threads.
 *
 * <p>A file is known by the ending of its name or of the last segment of its address (a segment before it may be called
 * {@code 1765529050.hwp} and be a directory), by a media type, by a word such as "(PDF, 298 KB)", or by an address or a script that says
 * it downloads. Pictures, sounds and films count only where they are offered for download.
 */
public final class PageFiles {
    /** Longer texts are no names; what stands in them does not matter. */
    public static final int SAID_MAX = 500;

    private static final int ADDRESS_MAX = 3_000;

    private static final Set<String> CONTROLS = Set.of("a", "area", "button", "input");
    private static final Set<String> EMBEDDED = Set.of("object", "embed", "iframe");
    /** Query parameters in which viewers keep the address of what they show. */
    private static final Set<String> SHOWN = Set.of("file", "url", "src", "path", "fileurl", "pdf", "doc", "document");

    private static final String[] TAKING = {"download", "filedown", "downfile", "getfile", "dnload", "publicationfile"};
    private static final String[] SHOWING = {"viewer", "preview", "docview", "synap", "htmlview", "gview", "op/embed"};

    /** Empty if the page's own address is none that links could be relative to. */
    private final Optional<URL> base;

    private final Optional<String> root;
    private final Charset charset;
    private final PageScripts scripts;

    /**
     * Begins a page.
     *
     * @param base absolute address that its links are relative to
     * @param charset that it was read in
     * @param scripts that stand on it
     */
    public PageFiles(String base, Charset charset, PageScripts scripts) {
        this.base = url(base);
        this.root = this.base.flatMap(PageFiles::root);
        this.charset = charset;
        this.scripts = scripts;
    }

    /** Returns whether an element may offer a file at all: a cheap test, before its text is put together. */
    public static boolean mayOffer(String tag, boolean hasOnclick) {
        return CONTROLS.contains(tag) || EMBEDDED.contains(tag) || hasOnclick;
    }

    /**
     * Returns the file that an element offers; empty if it offers none.
     *
     * @param tag in lower case
     * @param attributes names in lower case
     * @param shown what it shows, its first {@value #SAID_MAX} characters at least; of a picture alone its {@code alt}
     */
    public Optional<LinkedFile> read(
            String tag, Iterable<? extends Map.Entry<String, String>> attributes, String shown) {
        Clues clues = new Clues(attributes);
        if (clues.type.startsWith("submit") || clues.type.equals("image")) {
            return Optional.empty();
        }
        String said = FileName.folded(shown.length() > SAID_MAX ? shown.substring(0, SAID_MAX) : shown);
        return EMBEDDED.contains(tag) ? embedded(clues) : control(clues, said.isEmpty() ? clues.value : said);
    }

    private Optional<LinkedFile> embedded(Clues clues) {
        Optional<String> address = absolute(clues.data.isEmpty() ? clues.src : clues.data);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        Parts parts = new Parts(address.get());
        Optional<FileType> type = typeOf(parts).or(() -> FileType.ofMediaType(clues.type));
        if (parts.isOneOf(SHOWING)) {
            return shownBy(parts).map(file -> file(Optional.of(file), false, clues, "", typeOf(new Parts(file))));
        }
        return type.filter(known -> !known.isMedia()).map(known -> file(address, false, clues, "", Optional.of(known)));
    }

    private Optional<LinkedFile> control(Clues clues, String said) {
        Optional<String> link = clues.href.startsWith("#") ? Optional.empty() : absolute(clues.href);
        String script = link.isPresent() ? "" : clues.script();
        if (link.isEmpty() && script.isEmpty() && clues.dataAddress.isEmpty() && clues.dataName.isEmpty()) {
            return Optional.empty();
        }
        Optional<PageScripts.Call> call = script.isEmpty() ? Optional.empty() : PageScripts.call(script);
        Optional<FileType> shownType = shownType(clues, said, call);
        Optional<Parts> parts = link.map(Parts::new);
        boolean takes = takes(parts, call, clues, said);
        boolean shows = shows(parts, call, clues, said);
        if (link.isPresent()
                && !takes
                && !shows
                && shownType.isEmpty()
                && parts.flatMap(this::typeOf).isEmpty()) {
            return Optional.empty();
        }
        if (link.isEmpty() && !takes && !shows && shownType.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> address = link.or(() -> absolute(clues.dataAddress))
                .or(() -> script.isEmpty()
                        ? Optional.empty()
                        : scripts.address(script).flatMap(this::absolute));
        return offered(address, clues, said, shownType, takes, shows);
    }

    private Optional<LinkedFile> offered(
            Optional<String> address,
            Clues clues,
            String said,
            Optional<FileType> shownType,
            boolean takes,
            boolean shows) {
        Optional<Parts> parts = address.map(Parts::new);
        Optional<FileType> addressType = parts.flatMap(this::typeOf);
        if (parts.filter(at -> at.isOneOf(SHOWING)).isPresent()) {
            Optional<String> file = parts.flatMap(this::shownBy);
            if (file.isPresent()) {
                return Optional.of(file(
                        file, false, clues, said, typeOf(new Parts(file.get())).or(() -> shownType)));
            }
        }
        boolean view = shows && addressType.isEmpty();
        Optional<FileType> type = addressType.or(() -> shownType);
        boolean named = nameOf(clues, said).flatMap(FileType::in).isPresent()
                && (FileWords.hasSize(said) || addressType.isPresent());
        boolean isFile = takes
                || shows
                || named
                || type.filter(known -> !known.isMedia()).isPresent();
        boolean isReader = !shows
                && type.filter(known -> !known.ending().equals("zip")).isEmpty()
                && (FileWords.isReader(said) || FileWords.isReader(clues.title));
        return isFile && !isReader ? Optional.of(file(address, view, clues, said, type)) : Optional.empty();
    }

    private LinkedFile file(Optional<String> address, boolean view, Clues clues, String said, Optional<FileType> type) {
        Optional<String> inAddress = address.flatMap(link -> nameIn(new Parts(link)));
        return new LinkedFile(address, view, nameOf(clues, said), inAddress, said, type);
    }

    /** What is said to readers first; a text cut short gives way to the whole name in the title. */
    private static Optional<String> nameOf(Clues clues, String said) {
        Optional<String> text = FileName.in(said);
        if (text.isPresent() && !isCut(text.get())) {
            return text;
        }
        return FileName.in(clues.download)
                .filter(name -> FileType.in(name).isPresent())
                .or(() -> FileName.in(clues.dataName))
                .or(() -> FileName.in(clues.title))
                .or(() -> FileName.in(clues.label))
                .or(() -> text);
    }

    private static boolean isCut(String name) {
        return name.endsWith("…") || name.endsWith("...");
    }

    private static Optional<FileType> shownType(Clues clues, String said, Optional<PageScripts.Call> call) {
        return FileType.ofName(clues.download.strip())
                .or(() -> FileType.ofName(clues.dataName.strip()))
                .or(() -> typeOfName(said))
                .or(() -> typeOfName(clues.title))
                .or(() -> typeOfName(clues.label))
                .or(() -> FileType.ofMediaType(clues.type))
                .or(() -> call.flatMap(PageFiles::typeInArguments))
                .or(() -> typeWord(said))
                .or(() -> typeWord(clues.title))
                .or(() -> typeWord(clues.label));
    }

    /** The type of the name in {@code said}. Few texts have a full stop in them, and none without one names a file in full. */
    private static Optional<FileType> typeOfName(String said) {
        return said.indexOf('.') < 0 ? Optional.empty() : FileName.in(said).flatMap(FileType::ofName);
    }

    private static Optional<FileType> typeInArguments(PageScripts.Call call) {
        return call.arguments().stream()
                .flatMap(Optional::stream)
                .map(FileType::ofName)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** "PDF" alone, or in brackets behind the name, or with a size; a sentence about PDFs tells nothing. */
    private static Optional<FileType> typeWord(String said) {
        if (!FileWords.namesType(said)) {
            return Optional.empty();
        }
        if (FileWords.isGeneric(said)) {
            return FileType.ofEnding(FileWords.type(said));
        }
        Optional<String> name = FileName.in(said);
        return name.filter(bare -> bare.length() < said.length() && said.startsWith(bare))
                .flatMap(bare -> FileType.ofEnding(FileWords.type(said.substring(bare.length()))));
    }

    private static boolean takes(Optional<Parts> link, Optional<PageScripts.Call> call, Clues clues, String said) {
        if (clues.hasDownload || !clues.dataName.isEmpty()) {
            return true;
        }
        if (link.isPresent()) {
            return link.get().isParticular() && (link.get().takes() || FileWords.takes(said));
        }
        return call.filter(made -> !made.arguments().isEmpty())
                .filter(made -> contains(made.function().toLowerCase(Locale.ROOT), TAKING)
                        || isDown(made.function())
                        || FileWords.takes(said))
                .isPresent();
    }

    /** fn_egov_downFile, goDownLoad, attach_down: a word of the name is "down". */
    private static boolean isDown(String function) {
        String lower = function.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("down");
        return at >= 0
                && (lower.contains("file") || lower.contains("attach") || at + 4 == lower.length())
                && !lower.contains("dropdown")
                && !lower.contains("countdown");
    }

    private boolean shows(Optional<Parts> link, Optional<PageScripts.Call> call, Clues clues, String said) {
        if (link.isPresent()) {
            Parts parts = link.get();
            return parts.isParticular()
                    && parts.isOneOf(SHOWING)
                    && (asksToShow(clues, said) || typeOf(parts).isPresent() || parts.query.contains("file"));
        }
        return call.filter(made -> !made.arguments().isEmpty())
                .filter(made -> contains(made.function().toLowerCase(Locale.ROOT), SHOWING) && asksToShow(clues, said))
                .isPresent();
    }

    private static boolean asksToShow(Clues clues, String said) {
        return FileWords.shows(said) || (said.isEmpty() && FileWords.shows(clues.title));
    }

    /** Viewers name what they show: {@code viewer.html?file=/data/a.pdf}. */
    private Optional<String> shownBy(Parts parts) {
        for (String parameter : parts.query.split("&", 50)) {
            int equals = parameter.indexOf('=');
            if (equals > 0 && SHOWN.contains(parameter.substring(0, equals).toLowerCase(Locale.ROOT))) {
                Optional<String> shown = FileName.decoded(parameter.substring(equals + 1), charset);
                Optional<String> file = shown.filter(PageFiles::isAddress).flatMap(this::absolute);
                if (file.flatMap(address -> typeOf(new Parts(address))).isPresent()) {
                    return file;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isAddress(String value) {
        return value.startsWith("/")
                || value.startsWith("http:")
                || value.startsWith("https:")
                || value.startsWith(".");
    }

    private Optional<FileType> typeOf(Parts parts) {
        return nameIn(parts).flatMap(FileType::ofName);
    }

    /** The name in an address: its last segment, or a parameter that holds one. */
    private Optional<String> nameIn(Parts parts) {
        Optional<String> segment = named(parts.lastSegment);
        if (segment.isPresent()) {
            return segment;
        }
        if (parts.previous.length() > 0 && contains(parts.lastSegment.toLowerCase(Locale.ROOT), TAKING)) {
            Optional<String> before = named(parts.previous);
            if (before.isPresent()) {
                return before;
            }
        }
        for (String parameter : parts.query.split("&", 50)) {
            String value = parameter.substring(parameter.indexOf('=') + 1);
            if (value.indexOf('.') > 0 && !value.startsWith("http")) {
                Optional<String> name = named(value);
                if (name.isPresent()) {
                    return name.map(path -> path.substring(path.lastIndexOf('/') + 1))
                            .filter(n -> !n.isBlank());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> named(String escaped) {
        return FileName.decoded(escaped, charset)
                .map(FileName::folded)
                .filter(name -> FileType.ofName(name).isPresent());
    }

    private Optional<String> absolute(String link) {
        int fragment = link.indexOf('#');
        String bare = (fragment < 0 ? link : link.substring(0, fragment)).strip();
        if (base.isEmpty()
                || bare.isEmpty()
                || bare.length() > ADDRESS_MAX
                || bare.regionMatches(true, 0, "javascript:", 0, 11)) {
            return Optional.empty();
        }
        if (isPlain(bare)) {
            return Optional.of(bare.charAt(0) == '/' ? root.orElse("") + bare : bare);
        }
        try {
            // RFC 3986 section 5.2.2: a reference of a query alone keeps the base's path; java.net.URL would drop its
            // last segment.
            String reference = bare.startsWith("?") ? base.get().getPath() + bare : bare;
            String url = new URL(base.get(), reference).toExternalForm();
            return Optional.of(url).filter(found -> found.startsWith("http:") || found.startsWith("https:"));
        } catch (MalformedURLException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether an address needs no resolving, as nearly all need none: one of a host of plain characters, or a path from the root, in either
     * case without a step to another directory.
     */
    private boolean isPlain(String link) {
        if (link.contains("/.") || link.charAt(link.length() - 1) <= ' ') {
            return false;
        }
        if (link.charAt(0) == '/') {
            return root.isPresent() && !link.startsWith("//");
        }
        int host = link.startsWith("https://") ? "https://".length() : "http://".length();
        int end = host;
        while (end < link.length() && isOfHost(link.charAt(end))) {
            end++;
        }
        return (link.startsWith("https://") || link.startsWith("http://"))
                && end > host
                && (end == link.length() || link.charAt(end) == '/');
    }

    private static boolean isOfHost(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    }

    /** Scheme and authority, to which a path from the root is relative; empty where that is none of the web. */
    private static Optional<String> root(URL base) {
        boolean isWeb = base.getProtocol().equals("http") || base.getProtocol().equals("https");
        return Optional.ofNullable(base.getAuthority())
                .filter(authority -> isWeb && !authority.isEmpty())
                .map(authority -> base.getProtocol() + "://" + authority);
    }

    private static Optional<URL> url(String address) {
        try {
            return Optional.of(new URL(address));
        } catch (MalformedURLException e) {
            return Optional.empty();
        }
    }

    private static boolean contains(String text, String[] words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** An address, cut where it matters. */
    private static final class Parts {
        final String path;
        final String lastSegment;
        final String previous;
        final String query;

        Parts(String address) {
            int fragment = address.indexOf('#');
            String bare = fragment < 0 ? address : address.substring(0, fragment);
            int question = bare.indexOf('?');
            query = question < 0 ? "" : bare.substring(question + 1);
            String whole = question < 0 ? bare : bare.substring(0, question);
            int authority = whole.indexOf("//");
            int root = authority < 0 ? -1 : whole.indexOf('/', authority + 2);
            path = root < 0 ? "" : whole.substring(root);
            int slash = path.lastIndexOf('/');
            String last = path.substring(slash + 1);
            int parameters = last.indexOf(';');
            lastSegment = parameters < 0 ? last : last.substring(0, parameters);
            previous = slash <= 0 ? "" : path.substring(path.lastIndexOf('/', slash - 1) + 1, slash);
        }

        /** Leads to one thing of many rather than to a page about downloads. */
        boolean isParticular() {
            return query.indexOf('=') >= 0 || hasNumber(path);
        }

        /** Whole segments: a digit in the words of an address may be anything. */
        private static boolean hasNumber(String path) {
            boolean digits = false;
            boolean only = true;
            for (int i = 0; i <= path.length(); i++) {
                char c = i < path.length() ? path.charAt(i) : '/';
                if (c == '/') {
                    if (digits && only) {
                        return true;
                    }
                    digits = false;
                    only = true;
                } else {
                    digits |= Character.isDigit(c);
                    only &= Character.isDigit(c);
                }
            }
            return false;
        }

        boolean takes() {
            String segment = lastSegment.toLowerCase(Locale.ROOT);
            return (contains(segment, TAKING) && !segment.contains("downloads"))
                    || segment.startsWith("down.")
                    || segment.equals("down")
                    || takesByQuery();
        }

        private boolean takesByQuery() {
            String lower = query.toLowerCase(Locale.ROOT);
            return lower.contains("=download")
                    || lower.contains("=down&")
                    || lower.endsWith("=down")
                    || lower.contains("__blob=publicationfile")
                    || lower.contains("download=");
        }

        boolean isOneOf(String[] words) {
            return contains(path.toLowerCase(Locale.ROOT), words);
        }
    }

    /** The attributes that say something about a file. */
    private static final class Clues {
        String href = "";
        String onclick = "";
        String src = "";
        String data = "";
        String type = "";
        String title = "";
        String label = "";
        String value = "";
        String download = "";
        boolean hasDownload;
        /** From attributes such as {@code data-file-nm}. */
        String dataName = "";

        String dataAddress = "";

        Clues(Iterable<? extends Map.Entry<String, String>> attributes) {
            for (Map.Entry<String, String> attribute : attributes) {
                String given = attribute.getValue();
                take(attribute.getKey(), given == null ? "" : given);
            }
        }

        private void take(String name, String given) {
            switch (name) {
                case "href" -> href = given.strip();
                case "onclick" -> onclick = given;
                case "src" -> src = given;
                case "data" -> data = given;
                case "type" -> type = given.strip().toLowerCase(Locale.ROOT);
                case "title" -> title = given;
                case "aria-label" -> label = given;
                case "value" -> value = given;
                case "download" -> {
                    hasDownload = true;
                    download = given;
                }
                default -> {
                    if (name.startsWith("data-") && given.length() <= ADDRESS_MAX) {
                        takeData(name, given.strip());
                    }
                }
            }
        }

        private void takeData(String name, String given) {
            boolean addresses =
                    name.contains("url") || name.contains("href") || name.contains("link") || name.contains("path");
            if (addresses && (isAddress(given) || (given.indexOf('?') > 0 && given.indexOf(' ') < 0))) {
                dataAddress = dataAddress.isEmpty() ? given : dataAddress;
            } else if (given.indexOf('.') > 0
                    && given.indexOf('/') < 0
                    && FileType.ofName(given).isPresent()) {
                boolean names = name.contains("nm") || name.contains("name") || name.contains("title");
                dataName = dataName.isEmpty() || names ? given : dataName;
            }
        }

        String script() {
            return href.regionMatches(true, 0, "javascript:", 0, 11) && href.indexOf('(') > 0
                    ? href.substring(11)
                    : onclick;
        }
    }
}
