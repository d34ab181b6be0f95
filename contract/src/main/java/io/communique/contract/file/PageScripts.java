package io.communique.contract.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the scripts of a page lead: what {@code onclick="fileDown('F_01','0')"} asks for, if the page itself holds a function of that name
 * that opens one address, put together from its parameters and from texts.
 *
 * <p>Nothing is run. Functions that post a form, or that lead to several places, lead nowhere here. Not safe to share between threads.
 */
public final class PageScripts {
    /** Of all scripts of a page together. */
    private static final int CHARACTERS_MAX = 1_000_000;

    private static final int FUNCTIONS_MAX = 5_000;
    private static final int BODY_MAX = 4_000;
    private static final int CALL_MAX = 1_000;
    /** Calls looked at on one page: ten times what is listed. */
    private static final int CALLS_MAX = 1_000;

    private static final Set<String> OPENERS = Set.of(
            "open",
            "window.open",
            "location.assign",
            "location.replace",
            "window.location.assign",
            "window.location.replace",
            "document.location.assign",
            "document.location.replace");
    private static final Set<String> ESCAPERS = Set.of("encodeURIComponent", "encodeURI", "escape", "String");

    private final StringBuilder source = new StringBuilder();
    private int calls;
    private Map<String, List<Integer>> functions = Map.of();
    private boolean indexed;

    /** Takes in a script that stands on the page itself. */
    public void add(String script) {
        if (!indexed && source.length() + script.length() <= CHARACTERS_MAX) {
            source.append(script).append("\n;\n");
        }
    }

    /** A call as the page writes it: name of the function, and its arguments; those that are no plain texts or numbers are {@code null}. */
    record Call(String function, List<Optional<String>> arguments) {}

    /** Returns the first call in {@code script}, a handler or a {@code javascript:} address. */
    static Optional<Call> call(String script) {
        List<Token> tokens = Token.of(script, 0, Math.min(script.length(), CALL_MAX));
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isName()
                    && tokens.get(i + 1).is("(")
                    && !isNoise(tokens.get(i).text())) {
                return Optional.of(new Call(tokens.get(i).text(), arguments(tokens, i + 2)));
            }
        }
        return Optional.empty();
    }

    private static boolean isNoise(String name) {
        return name.startsWith("event.")
                || Set.of("if", "void", "confirm", "alert", "return", "function")
                        .contains(name);
    }

    private static List<Optional<String>> arguments(List<Token> tokens, int from) {
        List<Optional<String>> arguments = new ArrayList<>();
        int depth = 0;
        int start = from;
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean closes = token.is(")") && depth == 0;
            if (closes || (token.is(",") && depth == 0)) {
                if (i > start) {
                    arguments.add(
                            i == start + 1 && tokens.get(start).isValue()
                                    ? Optional.of(tokens.get(start).text())
                                    : Optional.empty());
                }
                start = i + 1;
            }
            if (closes) {
                break;
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
        return arguments;
    }

    /**
     * Returns the address that {@code script} opens, as it stands there: relative addresses stay relative.
     *
     * @param script a handler, or what follows {@code javascript:}
     */
    public Optional<String> address(String script) {
        if (++calls > CALLS_MAX) {
            return Optional.empty();
        }
        List<Token> tokens = Token.of(script, 0, Math.min(script.length(), CALL_MAX));
        Optional<String> here = opened(tokens, new HashMap<>());
        return here.isPresent() ? here : call(script).flatMap(this::defined);
    }

    private Optional<String> defined(Call call) {
        index();
        List<Integer> places = functions.getOrDefault(call.function(), List.of());
        return places.size() == 1 ? opened(places.get(0), call) : Optional.empty();
    }

    /** Looks up where functions begin: {@code function name(} and {@code name = function(}. */
    private void index() {
        if (indexed) {
            return;
        }
        indexed = true;
        functions = new HashMap<>();
        String word = "function";
        int found = 0;
        for (int at = source.indexOf(word); at >= 0 && found < FUNCTIONS_MAX; at = source.indexOf(word, at + 1)) {
            String name = nameAt(at + word.length());
            if (name.isEmpty()) {
                name = nameBefore(at);
            }
            int parameters = source.indexOf("(", at);
            if (!name.isEmpty() && parameters >= 0) {
                functions.computeIfAbsent(name, key -> new ArrayList<>()).add(parameters);
                found++;
            }
        }
    }

    private String nameAt(int from) {
        int start = from;
        while (start < source.length() && source.charAt(start) == ' ') {
            start++;
        }
        int end = start;
        while (end < source.length() && end - start < 100 && Token.isNamePart(source.charAt(end))) {
            end++;
        }
        return source.substring(start, end);
    }

    private String nameBefore(int function) {
        int end = function;
        while (end > 0 && " =:".indexOf(source.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < 100 && Token.isNamePart(source.charAt(start - 1))) {
            start--;
        }
        return end == function ? "" : source.substring(start, end);
    }

    private Optional<String> opened(int parameters, Call call) {
        List<Token> tokens = Token.of(source, parameters, Math.min(source.length(), parameters + BODY_MAX));
        Map<String, String> known = new HashMap<>();
        int i = 1;
        for (int argument = 0; i < tokens.size() && !tokens.get(i).is(")"); i++) {
            if (tokens.get(i).isName()) {
                String name = tokens.get(i).text();
                if (argument < call.arguments().size()) {
                    call.arguments().get(argument).ifPresent(value -> known.put(name, value));
                }
                argument++;
            }
        }
        return opened(body(tokens, i + 1), known);
    }

    private static List<Token> body(List<Token> tokens, int from) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            depth += tokens.get(i).is("{") ? 1 : tokens.get(i).is("}") ? -1 : 0;
            if (depth == 0) {
                return tokens.subList(from, i);
            }
        }
        return List.of();
    }

    /** Follows the statements; what was not understood makes what depends on it unknown. */
    private static Optional<String> opened(List<Token> tokens, Map<String, String> known) {
        Optional<String> address = Optional.empty();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            String name = tokens.get(i).isName() ? tokens.get(i).text() : "";
            boolean assigns = !name.isEmpty() && tokens.get(i + 1).is("=");
            boolean opens = OPENERS.contains(name) && tokens.get(i + 1).is("(");
            if (assigns || opens) {
                Optional<String> value = Expression.value(tokens, i + 2, known);
                if (opens || isLocation(name)) {
                    if (value.isEmpty() || (address.isPresent() && !address.equals(value))) {
                        return Optional.empty();
                    }
                    address = value.filter(PageScripts::looksLikeAddress);
                } else if (value.isPresent()) {
                    known.put(name, value.get());
                } else {
                    known.remove(name);
                }
            } else if (!name.isEmpty() && tokens.get(i + 1).is("+=")) {
                Optional<String> more = Expression.value(tokens, i + 2, known);
                String before = known.remove(name);
                if (before != null && more.isPresent()) {
                    known.put(name, before + more.get());
                }
            }
        }
        return address;
    }

    private static boolean isLocation(String name) {
        return name.equals("location") || name.endsWith(".location") || name.endsWith(".href") || name.endsWith(".src");
    }

    private static boolean looksLikeAddress(String value) {
        return value.startsWith("/")
                || value.startsWith("http:")
                || value.startsWith("https:")
                || value.startsWith("./")
                || value.startsWith("../")
                || value.startsWith("?")
                || value.indexOf('?') > 0;
    }

    /** Texts, numbers and known names, joined by plus signs. */
    private static final class Expression {
        private static final int TERMS_MAX = 50;
        private static final int LENGTH_MAX = 3_000;

        private Expression() {}

        static Optional<String> value(List<Token> tokens, int from, Map<String, String> known) {
            StringBuilder value = new StringBuilder();
            int i = from;
            for (int terms = 0; terms < TERMS_MAX && i < tokens.size(); terms++) {
                boolean escaped = isEscaper(tokens, i);
                Token term = tokens.get(escaped ? i + 2 : i);
                String text = term.isValue() ? term.text() : term.isName() ? known.get(term.text()) : null;
                if (text == null || value.length() + text.length() > LENGTH_MAX) {
                    return Optional.empty();
                }
                value.append(escaped ? URLEncoder.encode(text, UTF_8) : text);
                i += escaped ? 4 : 1;
                if (i >= tokens.size() || tokens.get(i).ends()) {
                    return Optional.of(value.toString());
                }
                if (!tokens.get(i).is("+")) {
                    return Optional.empty();
                }
                i++;
            }
            return Optional.empty();
        }

        private static boolean isEscaper(List<Token> tokens, int at) {
            return at + 3 < tokens.size()
                    && ESCAPERS.contains(tokens.get(at).text())
                    && tokens.get(at + 1).is("(")
                    && tokens.get(at + 3).is(")");
        }
    }

    /** A word of JavaScript, as far as it matters here. */
    private record Token(Kind kind, String text) {
        private enum Kind {
            NAME,
            VALUE,
            SIGN
        }

        boolean isName() {
            return kind == Kind.NAME;
        }

        boolean isValue() {
            return kind == Kind.VALUE;
        }

        boolean is(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }

        /** Where an expression may end. A name behind a value begins the next statement. */
        boolean ends() {
            return kind == Kind.NAME || is(";") || is(",") || is(")") || is("}");
        }

        static boolean isNamePart(char c) {
            return Character.isLetterOrDigit(c) || c == '_' || c == '$';
        }

        static List<Token> of(CharSequence text, int from, int to) {
            List<Token> tokens = new ArrayList<>();
            int at = from;
            while (at < to) {
                char c = text.charAt(at);
                if (Character.isWhitespace(c)) {
                    at++;
                } else if (c == '/' && at + 1 < to && text.charAt(at + 1) == '/') {
                    at = skipTo(text, at, to, "\n");
                } else if (c == '/' && at + 1 < to && text.charAt(at + 1) == '*') {
                    at = skipTo(text, at + 2, to, "*/");
                } else if (c == '"' || c == '\'' || c == '`') {
                    at = quoted(text, at, to, tokens);
                } else if (isNamePart(c)) {
                    at = word(text, at, to, tokens);
                } else {
                    boolean two = c == '+' && at + 1 < to && text.charAt(at + 1) == '=';
                    boolean compares = (c == '=' || c == '!') && at + 1 < to && text.charAt(at + 1) == '=';
                    tokens.add(new Token(Kind.SIGN, two ? "+=" : compares ? "==" : String.valueOf(c)));
                    at += two || compares ? 2 : 1;
                }
            }
            return tokens;
        }

        private static int skipTo(CharSequence text, int from, int to, String end) {
            int at = from;
            while (at + end.length() <= to
                    && !text.subSequence(at, at + end.length()).toString().equals(end)) {
                at++;
            }
            return at + end.length();
        }

        /** A template with a variable in it is taken for a text and variables joined: {@code `/get?id=${id}`}. */
        private static int quoted(CharSequence text, int from, int to, List<Token> tokens) {
            char quote = text.charAt(from);
            StringBuilder value = new StringBuilder();
            int at = from + 1;
            while (at < to && text.charAt(at) != quote) {
                char c = text.charAt(at);
                if (c == '\\' && at + 1 < to) {
                    value.append(text.charAt(at + 1));
                    at += 2;
                } else if (quote == '`' && c == '$' && at + 1 < to && text.charAt(at + 1) == '{') {
                    tokens.add(new Token(Kind.VALUE, value.toString()));
                    tokens.add(new Token(Kind.SIGN, "+"));
                    value.setLength(0);
                    int end = at + 2;
                    while (end < to && text.charAt(end) != '}' && text.charAt(end) != quote) {
                        end++;
                    }
                    tokens.addAll(of(text, at + 2, end));
                    tokens.add(new Token(Kind.SIGN, "+"));
                    at = Math.min(to, end + 1);
                } else {
                    value.append(c);
                    at++;
                }
            }
            tokens.add(new Token(Kind.VALUE, value.toString()));
            return at + 1;
        }

        private static int word(CharSequence text, int from, int to, List<Token> tokens) {
            int at = from;
            boolean number = Character.isDigit(text.charAt(from));
            while (at < to && (isNamePart(text.charAt(at)) || (text.charAt(at) == '.' && !number))) {
                at++;
            }
            tokens.add(new Token(
                    number ? Kind.VALUE : Kind.NAME, text.subSequence(from, at).toString()));
            return at;
        }
    }
}
