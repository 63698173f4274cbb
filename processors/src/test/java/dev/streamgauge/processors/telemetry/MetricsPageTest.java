package dev.streamgauge.processors.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.operators.Metric;
import dev.streamgauge.schemas.testkit.GeneratedPart;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MetricsPageTest {

    private static final Path PAGE = Path.of("../docs/operations.md");

    @Test
    void thePageTellsTheMetricsOfTheCode() throws IOException {
        new GeneratedPart(PAGE, "metrics of processors").requireIs(Metric.markdown(ProcessorsMetrics.all()));
    }

    @Test
    void thePageTellsTheBucketsOfTheCode() throws IOException {
        new GeneratedPart(PAGE, "buckets").requireIs(Buckets.markdown());
    }

    @Test
    void noTwoHaveTheSameName() {
        assertThat(ProcessorsMetrics.all()).extracting(Metric::exposed).doesNotHaveDuplicates();
    }
}
