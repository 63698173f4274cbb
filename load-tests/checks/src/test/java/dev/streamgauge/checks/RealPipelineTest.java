package dev.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.oracle.Oracle;
import dev.streamgauge.oracle.Section;
import dev.streamgauge.schemas.json.BadEventException;
import dev.streamgauge.schemas.json.EventJson;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.cli.Progress;
import dev.streamgauge.standalone.pipeline.Pipeline;
import dev.streamgauge.standalone.report.Report;
import dev.streamgauge.standalone.report.ReportWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same law with everything real: a broker, a registry, Kafka Streams with its transactions, and the report that users get. */
class RealPipelineTest {

    static final Path SAMPLE = Path.of("..", "samples", "organisation.ndjson");
    static final int PARTITIONS = 2;

    private static List<SpecificRecord> sample;
    private static Batch batch;

    @TempDir
    Path directory;

    @BeforeAll
    static void readSample() throws IOException, BadEventException {
        sample = new ArrayList<>();
        for (String line : Files.readAllLines(SAMPLE)) {
            sample.add(EventJson.parse(line));
        }
        batch = new Batch(Oracle.over(SAMPLE));
    }

    @Test
    void theSampleGivesOneReportInItsOrderShuffledAndDoubled() throws IOException {
        // When
        String inOrder = run(sample);
        String shuffled = run(Disorder.shuffled(sample, new Dice(1)));
        String doubled = run(Disorder.doubled(sample, new Dice(2)));

        // Then
        batch.requireEqual(sections(inOrder), "in its order");
        assertThat(shuffled).isEqualTo(inOrder);
        assertThat(doubled).isEqualTo(inOrder);
    }

    @Test
    void aRestartInTheMiddleChangesNothing() throws IOException {
        // Given
        List<SpecificRecord> arriving = Disorder.doubled(sample, new Dice(3));
        int middle = arriving.size() / 2;
        try (Platform platform = Platform.start(PlatformConfig.in(directory));
                Pipeline interrupted = Pipeline.on(platform, PARTITIONS)) {
            arriving.subList(0, middle).forEach(event -> interrupted.writer().write(event, null));
            interrupted.writer().flush();
        }

        // When
        String report;
        try (Platform platform = Platform.start(PlatformConfig.in(directory));
                Pipeline resumed = Pipeline.on(platform, PARTITIONS)) {
            report = finish(resumed, arriving.subList(middle, arriving.size()));
        }

        // Then
        batch.requireEqual(sections(report), "stopped and started again");
    }

    private static String run(List<SpecificRecord> events) throws IOException {
        try (Platform platform = Platform.start(PlatformConfig.temporary());
                Pipeline pipeline = Pipeline.on(platform, PARTITIONS)) {
            return finish(pipeline, events);
        }
    }

    private static String finish(Pipeline pipeline, List<SpecificRecord> events) throws IOException {
        events.forEach(event -> pipeline.writer().write(event, null));
        try (Progress progress = new Progress("Processing", events.size(), Progress.Screen.stderr())) {
            pipeline.drain(progress);
        }
        StringWriter report = new StringWriter();
        new ReportWriter(Report.read(pipeline.reader())).write(report);
        return report.toString();
    }

    private static Map<String, List<ObjectNode>> sections(String report) throws IOException {
        return Section.ofReport(new ObjectMapper().readTree(report));
    }
}
