package dev.streamgauge.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Says which alerts fired over a history, in SQL and by docs/alerting.md alone: for every look of the wall clock, what is known by what had been
 * received until then; what each rule measures of that; and what becomes of it from look to look.
 *
 * <p>It knows the kinds depth, age, wait, growth, red_for, held_lane, silent_source, success_rate and burn_rate, of repositories and, of queues, of all
 * labels together. It does not know bottleneck_moved; teams and organisations; other scopes than a queue; labels, severities, inhibition and
 * maintenance; other expiries of queues than the usual ones. Any event that says something new counts as news, though the text asks whether it
 * changed what is known. Not thread-safe.
 */
public final class AlertOracle implements AutoCloseable {

    private static final List<String> PARTS = List.of("stays", "measures", "episodes");

    private final Connection duckdb;

    /**
     * When it is looked, and what is too late.
     *
     * @param first the wall clock at the first look
     * @param last no look is later
     * @param interval between two looks
     * @param history an event that was received later than this after all times that it states is history
     * @param settle how long history keeps its repository from being judged
     */
    public record Clock(Instant first, Instant last, Duration interval, Duration history, Duration settle) {

        private String sql() {
            return "SET VARIABLE first = %d; SET VARIABLE last = %d; SET VARIABLE interval = %d; SET VARIABLE history = %d; SET VARIABLE settle = %d"
                    .formatted(
                            first.toEpochMilli(),
                            last.toEpochMilli(),
                            interval.toMillis(),
                            history.toMillis(),
                            settle.toMillis());
        }
    }

    /**
     * An alert that fired. Times are epoch milliseconds of the wall clock.
     *
     * @param about the queue, the workflow, the lane (service/environment) or the source
     * @param resolvedAt null: it fires at the last look
     */
    public record Fired(String rule, String repository, String about, long startsAt, long firedAt, Long resolvedAt)
            implements Comparable<Fired> {

        @Override
        public int compareTo(Fired other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return "%s %s %s %s fired %s resolved %s"
                    .formatted(
                            repository,
                            rule,
                            about,
                            Instant.ofEpochMilli(startsAt),
                            Instant.ofEpochMilli(firedAt),
                            resolvedAt == null ? "never" : Instant.ofEpochMilli(resolvedAt));
        }
    }

    private AlertOracle(Connection duckdb) {
        this.duckdb = duckdb;
    }

    /** Starts an oracle that looks by such a clock. */
    public static AlertOracle open(Clock clock) {
        try {
            AlertOracle oracle = new AlertOracle(DriverManager.getConnection("jdbc:duckdb:"));
            oracle.execute(Questions.words());
            oracle.execute(OracleSettings.DEFAULTS.sql());
            oracle.execute(clock.sql());
            return oracle;
        } catch (SQLException e) {
            throw new OracleException("DuckDB does not start: " + e.getMessage(), e);
        }
    }

    /**
     * The alerts that rules give over events.
     *
     * @param lines events in their JSON form, each with the time when it was received; their order and repetition do not matter
     * @param rules the text of a file of rules, in JSON
     * @throws OracleException if a line cannot be read as an event
     */
    public SortedSet<Fired> fired(List<String> lines, String rules) {
        execute("SET VARIABLE rules = '" + rules.replace("'", "''") + "'");
        execute(Questions.alerts("rules"));
        read(lines);
        execute(Questions.alerts("known"));
        Questions.ofFacts().forEach(this::execute);
        PARTS.forEach(part -> execute(Questions.alerts(part)));
        return answer();
    }

    private void read(List<String> lines) {
        try {
            Path file = Files.createTempFile("alert-oracle", ".ndjson");
            try {
                Files.write(file, lines);
                execute("SET VARIABLE files = ['" + file.toAbsolutePath() + "']");
                execute(Questions.ofEvents());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the oracle cannot keep its lines in a temporary file", e);
        }
    }

    private SortedSet<Fired> answer() {
        SortedSet<Fired> fired = new TreeSet<>();
        try (Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT rule, repository, about, starts_at, fired_at, resolved_at FROM alert_episodes")) {
            while (rows.next()) {
                fired.add(new Fired(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getLong(4),
                        rows.getLong(5),
                        rows.getObject(6, Long.class)));
            }
            return fired;
        } catch (SQLException e) {
            throw new OracleException("alert_episodes -> " + e.getMessage(), e);
        }
    }

    private void execute(String sql) {
        try (Statement statement = duckdb.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new OracleException(sql.lines().findFirst().orElse("") + " -> " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            duckdb.close();
        } catch (SQLException e) {
            throw new OracleException("DuckDB does not close: " + e.getMessage(), e);
        }
    }
}
