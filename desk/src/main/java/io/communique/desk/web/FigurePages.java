package io.communique.desk.web;

import io.communique.desk.query.Asked;
import io.communique.desk.view.Chart;
import io.communique.desk.view.FigureRow;
import io.communique.sink.store.ReleaseQueries;
import io.communique.sink.store.StoredFigure;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Figures as a table, and one thing measured as a chart. */
final class FigurePages {
    private static final int FIGURES_OF = 60;
    private static final int POINTS_OF = 300;

    private final ReleaseQueries store;
    private final Screen screen;

    FigurePages(ReleaseQueries store, Screen screen) {
        this.store = store;
        this.screen = screen;
    }

    void register(RoutesConfig routes) {
        routes.get("/figures", this::figures);
    }

    private void figures(Context context) {
        Asked asked = Requests.asked(context);
        List<StoredFigure> found = store.figures(asked.query(), Requests.before(context), FIGURES_OF);
        Map<String, Object> values = new HashMap<>();
        values.put("asked", Filters.first(asked));
        values.put("chips", Filters.chips(asked, "/figures"));
        values.put("kinds", Filters.KINDS);
        values.put(
                "rows",
                found.stream().map(figure -> FigureRow.of(figure, asked)).toList());
        values.put("csv", Requests.address("/api/v1/figures.csv", asked));
        values.put(
                "older",
                found.isEmpty()
                        ? ""
                        : Requests.address(
                                "/figures",
                                asked,
                                "before=" + found.get(found.size() - 1).release()));
        values.put("chart", chart(asked));
        screen.show(context, "figures", values);
    }

    /** One thing measured, over time; apples and pears make no line. */
    private Chart chart(Asked asked) {
        return asked.first("about").isEmpty()
                ? Chart.none()
                : Chart.of(store.figures(asked.query(), Long.MAX_VALUE, POINTS_OF));
    }
}
