package dev.streamgauge.processors.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.processors.app.ProcessorsConfig.Engine;
import dev.streamgauge.processors.forgetting.Memory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamsSettingsTest {

    private static ProcessorsConfig config(Engine engine, Map<String, String> kafka) {
        return new ProcessorsConfig("localhost:9092", "streamgauge.", Path.of("state"), "one", engine, Map.of(), kafka);
    }

    private static Engine committingEvery(Duration interval) {
        return new Engine(1, interval, interval, 0, 1, 100, Memory.FOR_EVER);
    }

    @Test
    void eachResultCountsExactlyOnce() {
        // Given
        ProcessorsConfig config = config(Engine.DEFAULT, Map.of());

        // When
        Map<String, Object> settings = StreamsSettings.of(config);

        // Then
        assertThat(settings)
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("commit.interval.ms", 1_000L)
                .containsEntry("producer.transaction.timeout.ms", 10_000)
                .containsEntry("application.id", "streamgauge.processors")
                .containsEntry("main.consumer.group.instance.id", "one")
                .containsEntry("errors.dead.letter.queue.topic.name", "streamgauge.dead-letters.v1");
    }

    @ParameterizedTest
    @CsvSource({"100, 1000, 1000", "100, 100, 100", "100, 50, 100", "2000, 1000, 2000"})
    void kafkaCommitsAtTheLongerOfTheTwoIntervals(long interval, long catchUp, long expected) {
        // Given
        Engine engine =
                new Engine(1, Duration.ofMillis(interval), Duration.ofMillis(catchUp), 0, 1, 100, Memory.FOR_EVER);

        // When
        Map<String, Object> settings = StreamsSettings.of(config(engine, Map.of()));

        // Then
        assertThat(settings).containsEntry("commit.interval.ms", expected);
    }

    @Test
    void aThreadMayNotAskForAsLongAsKafkaSays() {
        // When
        Duration usual = StreamsSettings.pollLimit(config(Engine.DEFAULT, Map.of()));
        Duration chosen =
                StreamsSettings.pollLimit(config(Engine.DEFAULT, Map.of("consumer.max.poll.interval.ms", "60000")));

        // Then
        assertThat(usual).isEqualTo(Duration.ofMinutes(5));
        assertThat(chosen).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void kafkaUnderstandsAllOfThem() {
        // Given
        Properties properties = new Properties();
        properties.putAll(StreamsSettings.of(config(Engine.DEFAULT.alone(), Map.of())));

        // When
        StreamsConfig understood = new StreamsConfig(properties);

        // Then
        assertThat(understood.getInt("num.standby.replicas")).isZero();
        assertThat(understood.getInt("replication.factor")).isEqualTo(1);
        assertThat(understood.getMainConsumerConfigs("group", "client", 0))
                .containsEntry("isolation.level", "read_committed");
    }

    @Test
    void aCommitJustWithinTheTransactionTimeOutIsAccepted() {
        // Given
        ProcessorsConfig config = config(committingEvery(Duration.ofMillis(9_999)), Map.of());

        // When
        Map<String, Object> settings = StreamsSettings.of(config);

        // Then
        assertThat(settings).containsEntry("commit.interval.ms", 9_999L);
    }

    @Test
    void aCommitThatIsNotWithinTheTransactionTimeOutIsRefused() {
        // Given
        ProcessorsConfig config = config(committingEvery(Duration.ofSeconds(10)), Map.of());

        // When / Then
        assertThatThrownBy(() -> StreamsSettings.of(config))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("commit.interval.ms is 10000, but must be below producer.transaction.timeout.ms (10000): "
                        + "the broker would abort each transaction before it ends");
    }

    @Test
    void settingsThatOverrideOursAreHeldToTheSameRule() {
        // Given
        ProcessorsConfig config = config(Engine.DEFAULT, Map.of("producer.transaction.timeout.ms", "1000"));

        // When / Then
        assertThatThrownBy(() -> StreamsSettings.of(config))
                .hasMessageStartingWith("commit.interval.ms is 1000, but must be below");
    }

    @Test
    void furtherSettingsOverrideOurs() {
        // Given
        ProcessorsConfig config =
                config(Engine.DEFAULT, Map.of("consumer.max.poll.records", "7", "commit.interval.ms", "250"));

        // When
        Map<String, Object> settings = StreamsSettings.of(config);

        // Then
        assertThat(settings).containsEntry("consumer.max.poll.records", "7").containsEntry("commit.interval.ms", "250");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; PT0.1S; 0; 10; Setting 'threads' is '0', but must be at least 1",
                "1; PT0S; 0; 10; Setting 'commit.interval' is 'PT0S', but must be positive",
                "1; PT-1S; 0; 10; Setting 'commit.interval' is 'PT-1S', but must be positive",
                "1; PT0.1S; -1; 10; Setting 'standbys' is '-1', but must not be negative",
                "1; PT0.1S; 0; 0; Setting 'recent.rows' is '0', but must be at least 1"
            })
    void anEngineThatCannotRunIsRefusedByName(
            int threads, Duration commitInterval, int standbys, int recentRows, String message) {
        // Given
        int replicationFactor = 1;
        Duration catchUp = Duration.ofSeconds(1);

        // When / Then
        assertThatThrownBy(() -> new Engine(
                        threads, commitInterval, catchUp, standbys, replicationFactor, recentRows, Memory.FOR_EVER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void brokersMustBeNamed() {
        // Given
        String nowhere = " ";

        // When / Then
        assertThatThrownBy(() ->
                        new ProcessorsConfig(nowhere, "", Path.of("state"), "one", Engine.DEFAULT, Map.of(), Map.of()))
                .hasMessage("Setting 'bootstrap.servers' is ' ', but must not be empty");
    }
}
