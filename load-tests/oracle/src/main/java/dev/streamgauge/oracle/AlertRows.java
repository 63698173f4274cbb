package dev.streamgauge.oracle;

import dev.streamgauge.oracle.Fired.Phase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads alerts off the answer, which has one row per phase: those of one alert follow each other, in their order. */
final class AlertRows {

    private final Consumer<Fired> sink;
    private final List<Phase> phases = new ArrayList<>();
    private Fired last;

    AlertRows(Consumer<Fired> sink) {
        this.sink = sink;
    }

    void next(ResultSet row) throws SQLException {
        Fired alert = new Fired(
                row.getString("rule"),
                row.getString("repository"),
                row.getString("about"),
                row.getLong("starts_at"),
                row.getLong("fired_at"),
                row.getObject("resolved_at", Long.class),
                List.of());
        if (!alert.equals(last)) {
            end();
            last = alert;
        }
        phases.add(new Phase(row.getLong("moment"), row.getString("severity"), row.getString("suppressed_by")));
    }

    /** There is no other row. */
    void end() {
        if (last != null) {
            sink.accept(last.with(phases));
            phases.clear();
        }
    }
}
