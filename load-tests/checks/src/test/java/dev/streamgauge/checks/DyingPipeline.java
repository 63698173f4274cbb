package dev.streamgauge.checks;

import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.json.EventJson;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.pipeline.Pipeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** A process that sends a file's events through a pipeline and drops dead in the middle: no shutdown hook runs, nothing is flushed or closed. */
final class DyingPipeline {

    /** The status with which it dies, as of a process that was killed. */
    static final int DEAD = 137;

    private DyingPipeline() {}

    // The data directory, the file, after how many committed events to die, the consumer group.
    public static void main(String[] arguments) throws Exception {
        Platform platform = Platform.start(PlatformConfig.in(Path.of(arguments[0])));
        Pipeline pipeline = Pipeline.on(platform, RealPipelineTest.PARTITIONS);
        for (String line : Files.readAllLines(Path.of(arguments[1]))) {
            pipeline.writer().write(EventJson.parse(line), null);
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            while (committed(admin, arguments[3]) < Long.parseLong(arguments[2])) {
                pipeline.check();
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        Runtime.getRuntime().halt(DEAD);
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
