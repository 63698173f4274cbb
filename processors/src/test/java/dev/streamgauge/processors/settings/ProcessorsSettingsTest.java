package dev.streamgauge.processors.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.processors.app.ProcessorsConfig;
import dev.streamgauge.processors.app.ProcessorsConfig.Engine;
import dev.streamgauge.processors.definitions.Baseline;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.definitions.Profile;
import dev.streamgauge.processors.forgetting.Memory;
import dev.streamgauge.processors.queues.QueueName;
import dev.streamgauge.processors.watch.WatchSettings;
import dev.streamgauge.settings.SettingsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorsSettingsTest {

    private static final Map<String, String> LEAST = Map.of("processors.state.dir", "/var/lib/streamgauge");

    private static Map<String, String> with(String... more) {
        Map<String, String> settings = new HashMap<>(LEAST);
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    @Test
    void withoutChoicesTheyAreThoseOfTheCode() {
        // When
        ProcessorsSettings settings = ProcessorsSettings.of(LEAST);

        // Then
        assertThat(settings.engine()).isEqualTo(Engine.DEFAULT);
        assertThat(settings.definitions()).isEqualTo(Definitions.DEFAULT);
        assertThat(settings.watch()).isEqualTo(WatchSettings.DEFAULT);
        assertThat(settings.home().instanceId()).isNull();
        assertThat(settings.home().management()).hasToString("127.0.0.1:8093");
    }

    @Test
    void eachChoiceReachesTheProcessors() {
        // Given
        Map<String, String> given = with(
                "processors.threads", "3",
                "processors.commit.interval.ms", "250",
                "processors.catch.up.commit.interval.ms", "750",
                "processors.standbys", "0",
                "processors.replication.factor", "2",
                "processors.recent.rows", "77",
                "forget.after", "180d",
                "watch.interval", "1s",
                "watch.settle", "2m",
                "queues.expire.ci.approval", "5h",
                "definitions.production", "live-*, prod",
                "definitions.failure.window", "24h",
                "definitions.baseline", "2026-01-01/2026-02-01",
                "definitions.profiles", "devlake");

        // When
        ProcessorsConfig config = ProcessorsSettings.of(given)
                .on(
                        new ProcessorsSettings.Cluster(
                                "kafka:9092", "acme.", Map.of(), Map.of("consumer.fetch.max.wait.ms", "7")),
                        "one");

        // Then
        assertThat(config.applicationId()).isEqualTo("acme.processors");
        assertThat(config.stateDir()).isEqualTo(Path.of("/var/lib/streamgauge"));
        assertThat(config.kafka()).containsEntry("consumer.fetch.max.wait.ms", "7");
        assertThat(config.engine())
                .isEqualTo(new Engine(
                        3, Duration.ofMillis(250), Duration.ofMillis(750), 0, 2, 77, new Memory(Duration.ofDays(180))));
        assertThat(config.watch().interval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.watch().settle()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.watch().expiry().after())
                .containsEntry(QueueName.CI_APPROVAL, Duration.ofHours(5))
                .containsEntry(QueueName.CI, Duration.ofDays(2));
        assertThat(config.definitions().isProduction("live-eu")).isTrue();
        assertThat(config.definitions().failureWindow()).isEqualTo(Duration.ofHours(24));
        assertThat(config.definitions().baseline()).isEqualTo(Baseline.parse("2026-01-01/2026-02-01"));
        assertThat(config.definitions().profiles()).containsExactly(Profile.DEVLAKE);
    }

    @Test
    void nobodyWatchesIfSomebodyWantsItSo() {
        // When
        ProcessorsSettings settings = ProcessorsSettings.of(with("watch.enabled", "false"));

        // Then
        assertThat(settings.watch()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "processors.threads; 0; processors.threads should be a whole number above 0",
                "processors.standbys; -1; processors.standbys should be a whole number, 0 or above",
                "processors.replication.factor; 0; processors.replication.factor should be a whole number above 0",
                "watch.interval; 1000; watch.interval should be a length above 0 such as 10s, 5m, 2h or 14d",
                "watch.interval; 0s; watch.interval should be a length above 0 such as 10s, 5m, 2h or 14d",
                "forget.after; 47h; forget.after should be at least 2d",
                "queues.expire.cj; 1d; 'queues.expire.cj' is no setting, did you mean 'queues.expire.ci'?",
                "definitions.profiles; circleci,jira; definitions.profiles should be circleci, devlake or both, separated by a comma",
                "definitions.baseline; 2026-02-01/2026-01-01; definitions.baseline should be a period such as 2026-01-01/2026-02-01, longer than nothing",
                "watch.enabled; yes; watch.enabled should be true or false"
            })
    void whatIsWrongIsNamed(String name, String value, String mistake) {
        // Given
        Map<String, String> given = with(name, value);

        // When / Then
        assertThatThrownBy(() -> ProcessorsSettings.of(given))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        wrong -> assertThat(wrong.mistakes()).containsExactly(mistake));
    }

    @Test
    void allMistakesAreToldAtOnce() {
        // Given
        Map<String, String> given = Map.of("processors.threads", "many", "watch.intervall", "10s");

        // When / Then
        assertThatThrownBy(() -> ProcessorsSettings.of(given))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        wrong -> assertThat(wrong.mistakes())
                                .hasSize(3)
                                .anyMatch(line -> line.startsWith("processors.threads should be"))
                                .anyMatch(line -> line.endsWith("did you mean 'watch.interval'?"))
                                .anyMatch(line -> line.startsWith("processors.state.dir is missing")));
    }

    @Test
    void theNamesOfAllSettingsAreKnown() {
        // When
        List<String> names = ProcessorsSettings.names();

        // Then
        assertThat(names).contains("processors.state.dir", "watch.refresh", "queues.expire.review.pickup");
    }
}
