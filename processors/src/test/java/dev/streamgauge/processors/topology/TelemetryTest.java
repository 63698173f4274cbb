package dev.streamgauge.processors.topology;

import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.operators.Metric;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.definitions.Pattern;
import dev.streamgauge.processors.telemetry.MeteredTelemetry;
import dev.streamgauge.processors.telemetry.ProcessorsMetrics;
import dev.streamgauge.processors.telemetry.TelemetrySettings;
import dev.streamgauge.processors.testkit.Moments;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelemetryTest {

    private static final String RULES = """
            rules:
              - { name: CiOld, kind: age, scope: { queue: ci }, threshold: 30m, for: 5m }
            """;
    private static final String SHA = "a".repeat(40);
    private static final String OLD = "b".repeat(40);

    @TempDir
    Path directory;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private String now = "09:00";

    private MeteredTelemetry telemetry(TelemetrySettings settings) {
        return new MeteredTelemetry(registry, settings, Definitions.DEFAULT, () -> Moments.at(now));
    }

    private DrivenWatch driven(String start, MeteredTelemetry telemetry) throws IOException {
        now = start;
        return new DrivenWatch(directory, start, RULES, Reading.ALL_READ, telemetry);
    }

    private List<String> scrape(MeteredTelemetry telemetry) {
        telemetry.refresh();
        return registry.scrape().lines().filter(line -> !line.startsWith("#")).toList();
    }

    @Test
    void aFinishedRunIsObservedOnceUnderTheNamesOfOpenTelemetry() throws IOException {
        // Given
        MeteredTelemetry telemetry = telemetry(TelemetrySettings.DEFAULT);
        try (DrivenWatch watch = driven("09:20", telemetry)) {

            // When
            watch.hears(build("17", SHA)
                            .failed()
                            .queued("09:00")
                            .started("09:02")
                            .at("09:12"))
                    .until("09:20:10")
                    .hears(build("17", SHA)
                            .outcome("timed_out")
                            .queued("09:00")
                            .started("09:02")
                            .at("09:12"))
                    .until("09:20:20");

            // Then
            assertThat(scrape(telemetry))
                    .contains(
                            "cicd_pipeline_run_duration_seconds_sum{cicd_pipeline_name=\"ci\",cicd_pipeline_result=\"failure\",cicd_pipeline_run_state=\"executing\",error_type=\"failure\"} 600.0",
                            "cicd_pipeline_run_duration_seconds_count{cicd_pipeline_name=\"ci\",cicd_pipeline_result=\"failure\",cicd_pipeline_run_state=\"executing\",error_type=\"failure\"} 1",
                            "cicd_pipeline_run_duration_seconds_sum{cicd_pipeline_name=\"ci\",cicd_pipeline_result=\"\",cicd_pipeline_run_state=\"pending\",error_type=\"\"} 120.0",
                            "cicd_pipeline_run_errors_total{cicd_pipeline_name=\"ci\",error_type=\"failure\"} 1.0");
        }
    }

    @Test
    void aDeliveryIsObservedWithItsStages() throws IOException {
        // Given
        MeteredTelemetry telemetry = telemetry(TelemetrySettings.DEFAULT);
        try (DrivenWatch watch = driven("12:00", telemetry)) {
            watch.hears(
                    landed(commit(OLD)).at("07:00"),
                    deploy("1", OLD).at("07:30"),
                    request("7")
                            .opened("08:00")
                            .reviewed("08:30", "ann", "human", "approved")
                            .head(SHA)
                            .at("08:30"),
                    landed(commit(SHA).authored("07:50").names("7")).from(OLD).at("09:00"),
                    request("7").opened("08:00").merged(SHA).mergedAt("09:00").at("09:00"));

            // When
            watch.hears(deploy("2", SHA).at("11:00")).until("12:00:10");

            // Then
            assertThat(scrape(telemetry))
                    .contains(
                            "streamgauge_delivery_lead_time_seconds_sum{production=\"true\"} 9000.0",
                            "streamgauge_delivery_lead_time_seconds_bucket{production=\"true\",le=\"7200.0\"} 2",
                            "streamgauge_delivery_lead_time_seconds_bucket{production=\"true\",le=\"3600.0\"} 1",
                            "streamgauge_change_lead_time_seconds_sum{production=\"true\"} 11400.0",
                            "streamgauge_change_time_to_merge_seconds_sum 3600.0",
                            "streamgauge_change_time_to_approval_seconds_sum 1800.0",
                            "streamgauge_deployments_total{production=\"true\"} 2.0");
        }
    }

    @Test
    void whatEndedLongBeforeIsLeftOutAndCounted() throws IOException {
        // Given
        MeteredTelemetry telemetry = telemetry(TelemetrySettings.DEFAULT);
        now = "2026-03-04T09:00:00Z";
        try (DrivenWatch watch = new DrivenWatch(directory, "09:00", RULES, Reading.ALL_READ, telemetry)) {

            // When
            watch.hears(build("17", SHA).queued("08:00").started("08:02").at("08:12"))
                    .until("09:00:10");

            // Then
            assertThat(scrape(telemetry))
                    .contains("streamgauge_observations_past_total{metric=\"cicd_pipeline_run_duration_seconds\"} 1.0")
                    .noneMatch(line -> line.startsWith("cicd_"));
        }
    }

    @Test
    void queuesAndAlertsAreAsTheyAreNowAndGoWithTheirTask() throws IOException {
        // Given
        MeteredTelemetry telemetry = telemetry(TelemetrySettings.DEFAULT);
        try (DrivenWatch watch = driven("09:00", telemetry)) {
            watch.hears(build("17", SHA).queued().queued("09:00").on("linux").at("09:00"));

            // When
            watch.until("09:40");
            now = "09:40";

            // Then
            assertThat(scrape(telemetry))
                    .contains(
                            "streamgauge_queue_depth{queue=\"ci\"} 1.0",
                            "streamgauge_queue_depth{queue=\"merge\"} 0.0",
                            "streamgauge_queue_oldest_age_seconds{queue=\"ci\"} 2400.0",
                            "streamgauge_alerts{rule=\"CiOld\",severity=\"ticket\",state=\"firing\",suppressed=\"false\"} 1.0");
        }
        assertThat(scrape(telemetry))
                .contains("streamgauge_queue_depth{queue=\"ci\"} 0.0")
                .noneMatch(line -> line.startsWith("streamgauge_alerts{"));
    }

    @Test
    void repositoriesAreToldApartIfSomebodyAsks() throws IOException {
        // Given
        MeteredTelemetry telemetry =
                telemetry(new TelemetrySettings(true, List.of(new Pattern("github.com/acme/*")), 5));
        try (DrivenWatch watch = driven("09:10", telemetry)) {
            watch.hears(build("17", SHA).queued().queued("09:00").at("09:00"));

            // When
            watch.until("09:10:20");

            // Then
            assertThat(scrape(telemetry))
                    .contains(
                            "streamgauge_queue_depth{queue=\"ci\",vcs_repository_url_full=\"https://github.com/acme/shop\"} 1.0");
        }
    }

    @Test
    void onlyMetricsOfThePageAreExposed() throws IOException {
        // Given
        MeteredTelemetry telemetry = telemetry(TelemetrySettings.DEFAULT);
        try (DrivenWatch watch = driven("09:20", telemetry)) {
            watch.hears(
                            build("17", SHA).queued("09:00").started("09:02").at("09:12"),
                            build("18", SHA).at("1969-01-01T00:00:00Z"))
                    .until("09:20:10");

            // When
            Set<String> exposed = registry.scrape()
                    .lines()
                    .filter(line -> line.startsWith("# TYPE "))
                    .map(line -> line.replaceAll("# TYPE (\\S+?)(_max)? .*", "$1"))
                    .collect(Collectors.toSet());

            // Then
            assertThat(ProcessorsMetrics.all()).extracting(Metric::exposed).containsAll(exposed);
            assertThat(scrape(telemetry))
                    .contains(
                            "streamgauge_events_total{topic=\"events.builds.v1\"} 2.0",
                            "streamgauge_dead_letters_total{reason=\"time_out_of_range\"} 1.0");
        }
    }
}
