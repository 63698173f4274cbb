package dev.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.cli.Progress;
import dev.streamgauge.standalone.demo.Agreement;
import dev.streamgauge.standalone.pipeline.Pipeline;
import dev.streamgauge.standalone.report.Report;
import dev.streamgauge.standalone.report.Rows;
import dev.streamgauge.standalone.testkit.OwnJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole process drops dead, again and again, with transactions open; then it is started once more and finishes its work. */
class CrashTest {

    private static final String GROUP = Topic.DEFAULT_PREFIX + "processors";

    // Longer than the child's own limit, which says more.
    private static final Duration CHILD_LIMIT = DyingPipeline.LIMIT.multipliedBy(2);

    @TempDir
    Path directory;

    @Test
    void crashesLoseNothingAndCountNothingTwice() throws IOException, InterruptedException {
        // Given
        Path data = directory.resolve("data");
        for (int committed : List.of(1, 6_000)) {
            dieAfter(data, committed);
        }

        // When
        Agreement agreement;
        long repeated;
        try (Platform platform = Platform.start(PlatformConfig.in(data));
                Pipeline pipeline = Pipeline.on(platform, RealPipelineTest.PARTITIONS)) {
            try (Progress progress = new Progress("Processing", pipeline.events(), Progress.Screen.stderr())) {
                assertTimeoutPreemptively(
                        DyingPipeline.LIMIT,
                        () -> pipeline.drain(progress),
                        () -> Standstill.describe(platform.bootstrapServers(), GROUP));
            }
            agreement = Agreement.of(Report.read(pipeline.reader()), RealPipelineTest.SAMPLE);
            repeated = Stream.concat(Rows.AGGREGATES.values().stream(), Rows.FACTS.values().stream())
                    .mapToLong(topic -> Published.repeated(pipeline.reader(), topic))
                    .sum();
        }

        // Then
        assertThat(agreement.compared()).isPositive();
        assertThat(agreement.comparison().describe(10)).isEmpty();
        assertThat(repeated).isZero();
    }

    private void dieAfter(Path data, int committed) throws IOException, InterruptedException {
        Path lastWords = directory.resolve("last-words");
        Process child = OwnJvm.of(DyingPipeline.class)
                .heap("512m")
                .with(data.toString(), RealPipelineTest.SAMPLE.toString(), Integer.toString(committed), GROUP)
                .redirectErrorStream(true)
                .redirectOutput(lastWords.toFile())
                .start();
        boolean ended = child.waitFor(CHILD_LIMIT.toSeconds(), TimeUnit.SECONDS);
        child.destroyForcibly().waitFor();
        assertThat(ended ? child.exitValue() : -1) // A child that is killed from outside has the same status.
                .as("It should die after %d commits. It said: %s", committed, Files.readString(lastWords))
                .isEqualTo(DyingPipeline.DEAD);
    }
}
