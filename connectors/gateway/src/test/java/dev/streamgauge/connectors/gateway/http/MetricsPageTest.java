package dev.streamgauge.connectors.gateway.http;

import dev.streamgauge.operators.Metric;
import dev.streamgauge.schemas.testkit.GeneratedPart;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MetricsPageTest {

    @Test
    void thePageTellsTheMetricsOfTheCode() throws IOException {
        new GeneratedPart(Path.of("../../docs/operations.md"), "metrics of gateway")
                .requireIs(Metric.markdown(GatewayMetrics.ALL));
    }
}
