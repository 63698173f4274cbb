package dev.streamgauge.checks.neighbours;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.checks.connect.WorkerProcess;
import dev.streamgauge.oracle.Comparison;
import dev.streamgauge.oracle.Section;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * What a clone's history came to in a table of another database.
 *
 * @param published what {@code ./streamgauge git} printed
 * @param rows how many rows there are, each as the oracle has it
 * @param tasks the states of the connector's tasks
 */
record Landed(String published, int rows, List<String> tasks) {

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final String ROWS = """
            select scope, name, service, environment, ai_evidence, profile, metric, "window",
              to_char(window_start, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as window_start, count, sum_ms, mean_ms, p50_ms, p75_ms, p90_ms, p95_ms,
              excluded_baseline, excluded_before_landing, excluded_clock_skew, excluded_no_author_date, excluded_absent, definition
            from lead_time""";

    /** Publishes the history, and waits until the table holds what the oracle says, no more and no less. */
    static Landed of(Neighbourhood neighbourhood) throws IOException, InterruptedException {
        try (Postgres postgres = Postgres.start();
                WorkerProcess worker = neighbourhood.worker()) {
            worker.run("lead-time", neighbourhood.jdbcSink(postgres));
            String published = neighbourhood.history();
            List<ObjectNode> expected = neighbourhood.oracle();
            try {
                eventually(
                        SOON,
                        "the rows are there",
                        () -> differences(postgres, expected).agrees());
            } catch (AssertionError e) {
                throw new AssertionError(differences(postgres, expected).describe(3) + worker.tasks("lead-time"), e);
            }
            return new Landed(published, expected.size(), worker.tasks("lead-time"));
        }
    }

    private static Comparison differences(Postgres postgres, List<ObjectNode> expected) {
        return Comparison.of(Section.LEAD_TIME, postgres.rows(ROWS), expected);
    }
}
