package io.communique.desk.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Templates; everything that they print is escaped, and none of them says otherwise. */
public final class Html {
    private final PebbleEngine engine;

    /** Finds the templates. */
    public Html() {
        ClasspathLoader loader = new ClasspathLoader(Html.class.getClassLoader());
        loader.setPrefix("io/communique/desk/templates");
        loader.setSuffix(".peb");
        loader.setCharset(UTF_8.name());
        engine = new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .strictVariables(true)
                .build();
    }

    /**
     * Fills a template.
     *
     * @param values by the names that the template knows
     */
    public String render(String template, Map<String, Object> values) {
        StringWriter html = new StringWriter();
        try {
            engine.getTemplate(template).evaluate(html, values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return html.toString();
    }
}
