package dev.streamgauge.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All of Flink in this process: what a job is on one machine. */
final class LocalFlink {

    private static final Logger LOG = LoggerFactory.getLogger(LocalFlink.class);
    private static final int PARALLELISM = 2;

    // RocksDB's caches and buffers, beside the heap. Flink in one process gives them an eighth of a gigabyte unless it
    // is told otherwise: little for all the states of the SQL job.
    private static final MemorySize STATE_MEMORY = MemorySize.ofMebiBytes(512);

    private LocalFlink() {}

    static StreamExecutionEnvironment environment(Assignment assignment) throws IOException {
        Configuration configuration = new Configuration();
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, PARALLELISM);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        // A type that would be left to the slow serializer for everything is refused.
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        // What fails ends: a figure with a restart in it says nothing.
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        keep(configuration, assignment.directory());
        check(configuration, assignment.checkpoints());
        return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    }

    private static void keep(Configuration configuration, Path directory) throws IOException {
        Path own = Files.createDirectories(directory.resolve("own"));
        configuration.set(CoreOptions.TMP_DIRS, own.toString());
        configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        configuration.set(
                RocksDBOptions.LOCAL_DIRECTORIES, directory.resolve("rocksdb").toString());
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, STATE_MEMORY);
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                directory.resolve("checkpoints").toUri().toString());
    }

    private static void check(Configuration configuration, Duration every) {
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, every);
        configuration.set(CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS, Duration.ZERO);
        configuration.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    }

    /** Runs until it is killed, or until something fails: then the process ends, and says so. */
    static void run(StreamExecutionEnvironment environment, String name) {
        try {
            environment.execute(name);
            LOG.error("{} has come to an end, but its topics have none", name);
        } catch (Exception e) {
            LOG.error("{} has failed", name, e);
        }
        System.exit(1);
    }
}
