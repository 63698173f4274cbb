package dev.streamgauge.checks.performance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What the peers compute, as a batch: how long commits took to production, how builds on main went, and how long a commit was red. DuckDB does it over a Parquet file of only what is needed. */
final class ThreeAggregates implements AutoCloseable {

    private static final String READ = """
            COPY (
                SELECT * REPLACE (epoch_ms(occurred_at) AS occurred_at, epoch_ms(finished_at) AS finished_at, coalesce(attempt, 1) AS attempt)
                FROM read_json('%s', format = 'newline_delimited', columns = {
                    type: 'VARCHAR', repository: 'VARCHAR', occurred_at: 'TIMESTAMP', branch: 'VARCHAR', default_branch: 'VARCHAR',
                    "after": 'VARCHAR', environment: 'VARCHAR', sha: 'VARCHAR', state: 'VARCHAR', outcome: 'VARCHAR', finished_at: 'TIMESTAMP',
                    run_id: 'VARCHAR', attempt: 'INTEGER', job: 'VARCHAR', workflow: 'VARCHAR', "trigger": 'VARCHAR', head_repository: 'VARCHAR'})
                ) TO '%s' (FORMAT parquet)""";

    private final Connection duckdb;

    private ThreeAggregates(Connection duckdb) {
        this.duckdb = duckdb;
    }

    /**
     * Over events.
     *
     * @param lines of their JSON form
     */
    static ThreeAggregates of(Path lines) {
        Path parquet = lines.resolveSibling("events.parquet");
        try {
            ThreeAggregates batch = new ThreeAggregates(DriverManager.getConnection("jdbc:duckdb:"));
            try (Statement statement = batch.duckdb.createStatement()) {
                statement.execute(READ.formatted(lines, parquet));
                statement.execute("CREATE VIEW event AS FROM '%s'".formatted(parquet));
            }
            return batch;
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB cannot read " + lines, e);
        }
    }

    /** Count and sum, separated by a comma, by metric, repository and day, separated by bars. */
    Map<String, String> rows() {
        Map<String, String> rows = new HashMap<>();
        try (Statement statement = duckdb.createStatement();
                ResultSet found = statement.executeQuery(query())) {
            while (found.next()) {
                rows.put(found.getString("name"), found.getLong("n") + "," + found.getLong("total"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB cannot answer", e);
        }
        return rows;
    }

    /**
     * Computes them once more, to see what that costs.
     *
     * @param events how many there are
     */
    Steady measured(long events) {
        Duration before = cpu();
        long begun = System.nanoTime();
        rows();
        long nanos = System.nanoTime() - begun;
        return new Steady(events, cpu().minus(before).toNanos() / 1e3 / events, 0, events * 1e9 / nanos);
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static String query() {
        try (InputStream sql = ThreeAggregates.class.getResourceAsStream("three-aggregates.sql")) {
            return new String(sql.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            duckdb.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
