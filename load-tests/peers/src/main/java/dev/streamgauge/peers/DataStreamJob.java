package dev.streamgauge.peers;

import java.io.IOException;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The three aggregates by Flink's DataStream API. */
public final class DataStreamJob {

    private DataStreamJob() {}

    /**
     * Runs it until it is killed.
     *
     * @param arguments as {@link Assignment} takes them
     */
    public static void main(String[] arguments) throws IOException {
        Assignment assignment = Assignment.of(arguments);
        StreamExecutionEnvironment environment = LocalFlink.environment(assignment);
        Sources sources = new Sources(environment, assignment);
        sources.commits()
                .union(sources.builds(), sources.deploys())
                .keyBy(Sighting::commit, Types.STRING)
                .process(new Folding())
                .name("fold-milestones")
                .uid("fold-milestones")
                .keyBy(change -> change.key, Types.STRING)
                .process(new Summing())
                .name("sum-changes")
                .uid("sum-changes")
                .sinkTo(TallySink.of(assignment))
                .name("write-aggregates")
                .uid("write-aggregates");
        LocalFlink.run(environment, "three-aggregates");
    }
}
