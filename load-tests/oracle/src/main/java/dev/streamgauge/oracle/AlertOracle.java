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
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Says which alerts fired over a history, how severe they were and when nobody was to be told of them, in SQL and by docs/alerting.md alone: for every look of the wall clock, what is known by what had been
 * received until then; what each rule measures of that; and what becomes of it from look to look.
 *
 * <p>It knows every kind; of queues also those of teams and organisations, by who owned a repository at each look. It does not know other scopes
 * of rules than a queue and the name of a team or an organisation; labels; the organisation of a team; an end of memory; other expiries of queues than the usual ones.
 * Any event that says something new counts as news, though the text asks whether it
 * changed what is known. Not thread-safe.
 */
public final class AlertOracle implements AutoCloseable {

    private static final List<String> PARTS =
            List.of("stays", "looks", "shares", "measures", "episodes", "told", "quiet");

    private final Connection duckdb;

    /**
     * When it is looked, and what is too late.
     *
     * @param first the wall clock at the first look
     * @param last no look is later
     * @param interval between two looks
     * @param history an event that was received later than this after all times that it states is history
     * @param settle how long history keeps its repository from being judged
     * @param later how many looks later teams and organisations hear of the queues of their repositories; 0: at the same
     */
    public record Clock(Instant first, Instant last, Duration interval, Duration history, Duration settle, int later) {

        /** The same where teams and organisations hear so much later. */
        public Clock heard(int looks) {
            return new Clock(first, last, interval, history, settle, looks);
        }

        private String sql() {
            return "SET VARIABLE first = %d; SET VARIABLE last = %d; SET VARIABLE interval = %d; SET VARIABLE history = %d; SET VARIABLE settle = %d; SET VARIABLE later = %d"
                    .formatted(
                            first.toEpochMilli(),
                            last.toEpochMilli(),
                            interval.toMillis(),
                            history.toMillis(),
                            settle.toMillis(),
                            later);
        }
    }

    private AlertOracle(Connection duckdb) {
        this.duckdb = duckdb;
    }

    /** Starts an oracle that looks by such a clock, by the definitions as the settings choose them. */
    public static AlertOracle open(Clock clock, OracleSettings settings) {
        try {
            AlertOracle oracle = new AlertOracle(DriverManager.getConnection("jdbc:duckdb:"));
            oracle.execute(Questions.words());
            oracle.execute(settings.sql());
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
        NavigableSet<Fired> fired = new TreeSet<>();
        try (Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery("FROM alert_phases")) {
            AlertRows alerts = new AlertRows(fired::add);
            while (rows.next()) {
                alerts.next(rows);
            }
            alerts.end();
            return fired;
        } catch (SQLException e) {
            throw new OracleException("alert_phases -> " + e.getMessage(), e);
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
