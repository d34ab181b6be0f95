package io.communique.app.extract;

import io.communique.contract.json.Json;
import io.communique.enrich.text.AnnotationInput;
import io.communique.enrich.text.Annotations;
import io.communique.enrich.text.Annotator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From a line {@code {"id","text","date","language"}} to its entities, dates and figures. Safe to share between threads. */
public final class Annotation {
    private final Annotator annotator = Annotator.withModel();

    /** Returns the annotated line, or one with an {@code error}; never throws for what a line holds. */
    public ObjectNode read(String line) {
        ObjectNode out = Json.mapper().createObjectNode();
        try {
            JsonNode in = Json.mapper().readTree(line);
            out.set("id", in.path("id"));
            return annotated(out, annotator.annotate(input(in)));
        } catch (JacksonException e) {
            return out.put("error", "no JSON object: " + e.getOriginalMessage());
        } catch (IllegalArgumentException | DateTimeException e) {
            return out.put("error", e.getMessage());
        }
    }

    private static AnnotationInput input(JsonNode in) {
        if (!in.path("text").isString()) {
            throw new IllegalArgumentException("a line has a \"text\"");
        }
        return new AnnotationInput(
                in.path("text").asString(),
                List.of(),
                text(in, "language"),
                text(in, "date")
                        .filter(date -> date.length() >= 10)
                        .map(date -> LocalDate.parse(date.substring(0, 10))),
                text(in, "country"));
    }

    private static Optional<String> text(JsonNode in, String member) {
        JsonNode value = in.path(member);
        return value.isString() && !value.asString().isBlank() ? Optional.of(value.asString()) : Optional.empty();
    }

    private static ObjectNode annotated(ObjectNode out, Annotations annotations) {
        out.set("entities", Json.mapper().valueToTree(annotations.entities()));
        out.set("dates", Json.mapper().valueToTree(annotations.dates()));
        out.set("figures", Json.mapper().valueToTree(annotations.figures()));
        out.set("warnings", Json.mapper().valueToTree(annotations.warnings()));
        return out;
    }
}
