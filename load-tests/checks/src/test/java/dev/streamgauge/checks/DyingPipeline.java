package dev.streamgauge.checks;

import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.json.EventJson;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.pipeline.Pipeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** A process that sends a file's events through a pipeline and drops dead in the middle: no shutdown hook runs, nothing is flushed or closed. */
final class DyingPipeline {

    /** The status with which it dies, as of a process that was killed. */
    static final int DEAD = 137;

    /** For how long it lives on if it never comes that far; it then says why and dies with another status. */
    static final Duration LIMIT = Duration.ofMinutes(2);

    private static final int STOOD_STILL = 1;

    private DyingPipeline() {}

    // The data directory, the file, after how many committed events to die, the consumer group.
    public static void main(String[] arguments) throws Exception {
        Platform platform = Platform.start(PlatformConfig.in(Path.of(arguments[0])));
        Pipeline pipeline = Pipeline.on(platform, RealPipelineTest.PARTITIONS);
        for (String line : Files.readAllLines(Path.of(arguments[1]))) {
            pipeline.writer().write(EventJson.parse(line), null);
        }
        if (!reaches(platform, pipeline, arguments[3], Long.parseLong(arguments[2]))) {
            System.err.println(Standstill.describe(platform.bootstrapServers(), arguments[3]));
            Runtime.getRuntime().halt(STOOD_STILL);
        }
        Runtime.getRuntime().halt(DEAD);
    }

    private static boolean reaches(Platform platform, Pipeline pipeline, String group, long wanted) throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            while (committed(admin, group) < wanted) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                pipeline.check();
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        return true;
    }

    private static long committed(Admin admin, String group) throws Exception {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(offset -> Topics.events().stream()
                        .anyMatch(topic -> offset.getKey().topic().endsWith(topic.name())))
                .map(Map.Entry::getValue)
                .filter(Objects::nonNull)
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }
}
