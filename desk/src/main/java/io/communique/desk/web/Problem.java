package io.communique.desk.web;

import io.communique.contract.json.Json;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/** Errors of the API as RFC 9457 has them. */
final class Problem {
    private Problem() {}

    static void send(Context context, int status, String title, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        context.status(status)
                .contentType("application/problem+json")
                .result(Json.mapper().writeValueAsString(problem));
    }
}
