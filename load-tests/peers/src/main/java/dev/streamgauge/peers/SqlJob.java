package dev.streamgauge.peers;

import java.io.IOException;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableConfig;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.api.config.ExecutionConfigOptions;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;

/** The three aggregates by Flink SQL. */
public final class SqlJob {

    private static final long MINI_BATCH = 5_000;

    private SqlJob() {}

    /**
     * Runs it until it is killed.
     *
     * @param arguments as {@link Assignment} takes them
     */
    public static void main(String[] arguments) throws IOException {
        Assignment assignment = Assignment.of(arguments);
        StreamExecutionEnvironment environment = LocalFlink.environment(assignment);
        StreamTableEnvironment tables = StreamTableEnvironment.create(environment);
        batch(tables.getConfig(), assignment.checkpoints());
        tables.toChangelogStream(aggregates(tables, new Sources(environment, assignment)))
                .filter(row -> row.getKind() != RowKind.UPDATE_BEFORE)
                .name("keep-what-holds")
                .map(SqlJob::tally)
                .returns(Types.POJO(Tally.class))
                .name("name-aggregates")
                .sinkTo(TallySink.of(assignment))
                .name("write-aggregates")
                .uid("write-aggregates");
        LocalFlink.run(environment, "three-aggregates");
    }

    // A checkpoint ends a mini-batch in any case and nothing is seen before it: to wait less would only cost.
    // Aggregation in two phases comes with it.
    private static void batch(TableConfig config, Duration longest) {
        config.set(ExecutionConfigOptions.TABLE_EXEC_MINIBATCH_ENABLED, true);
        config.set(ExecutionConfigOptions.TABLE_EXEC_MINIBATCH_ALLOW_LATENCY, longest);
        config.set(ExecutionConfigOptions.TABLE_EXEC_MINIBATCH_SIZE, MINI_BATCH);
    }

    private static Table aggregates(StreamTableEnvironment tables, Sources sources) {
        tables.createTemporaryView("landings", sources.commits());
        tables.createTemporaryView("deliveries", sources.deploys());
        tables.createTemporaryView("builds", sources.builds());
        Queries.VIEWS.forEach(view -> tables.createTemporaryView(view.name(), tables.sqlQuery(view.query())));
        return tables.sqlQuery(Queries.AGGREGATES);
    }

    /** An aggregate that nothing is left of is told as none. */
    private static Tally tally(Row row) {
        String key = Tally.key(row.getFieldAs(0), row.getFieldAs(1), row.<Long>getFieldAs(2));
        return row.getKind() == RowKind.DELETE
                ? Tally.of(key, 0, 0)
                : Tally.of(key, row.<Long>getFieldAs(3), row.<Long>getFieldAs(4));
    }
}
