package dev.streamgauge.standalone.serve;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.testkit.ServeFile;
import dev.streamgauge.standalone.testkit.ServeProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processors that are told to stop in the middle of their work. */
class GracefulStopTest {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration SESSION = Duration.ofSeconds(10);
    private static final String PREFIX = "stopped.";
    private static final String GROUP = PREFIX + "processors";
    private static final String READ = "streamgauge_events_total{topic=\"stopped.events.builds.v1\"} ";
    private static final int BUILDS = 40_000;

    @TempDir
    Path directory;

    @Test
    void aStopUnderLoadCommitsStaysInTheGroupAndLosesNoPartition() throws Exception {
        try (Platform platform = Platform.start(PlatformConfig.temporary());
                Admin admin = Admin.create(platform.clientConfig())) {
            // Given
            Path config = new ServeFile(platform, PREFIX)
                    .processors()
                    .set("processors.instance.id", "one")
                    .in(directory.resolve("streamgauge.properties"));
            long committed;
            Duration took;
            int code;
            try (ServeProcess processors = ServeProcess.start(config, "processors");
                    QueuedBuilds builds = new QueuedBuilds(platform, PREFIX)) {
                processors.awaitReady();
                builds.queueMany(BUILDS, Instant.now());
                eventually(SOON, "some are processed", () -> committed(admin) > 500);

                // When
                long begin = System.nanoTime();
                code = processors.terminate();
                took = Duration.ofNanos(System.nanoTime() - begin);
                committed = committed(admin);
            }

            // Then
            assertThat(code).isEqualTo(143);
            assertThat(took).isLessThan(SESSION);
            assertThat(committed).isBetween(501L, (long) BUILDS - 1);
            assertThat(members(admin))
                    .isNotEmpty()
                    .allSatisfy(member -> assertThat(member.groupInstanceId())
                            .hasValueSatisfying(id -> assertThat(id).startsWith("one")));
            try (ServeProcess again = ServeProcess.start(config, "processors")) {
                eventually(SOON, "all are processed", () -> committed(admin) == BUILDS);
                assertThat(again.get("/metrics").lines().filter(line -> line.startsWith(READ)))
                        .containsExactly(READ + (double) (BUILDS - committed));
                assertThat(again.get("/livez")).isEqualTo("200 ok\n");
                assertThat(again.terminate()).isEqualTo(143);
            }
        }
    }

    private static long committed(Admin admin) {
        try {
            return admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .filter(entry -> entry.getKey().topic().equals(Topics.BUILDS.name(PREFIX)))
                    .map(Map.Entry::getValue)
                    .mapToLong(offset -> offset == null ? 0 : offset.offset())
                    .sum();
        } catch (ExecutionException e) {
            return 0; // The group is not there yet.
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Collection<MemberDescription> members(Admin admin) throws Exception {
        return admin.describeConsumerGroups(List.of(GROUP))
                .describedGroups()
                .get(GROUP)
                .get()
                .members();
    }
}
