package dev.streamgauge.processors.app;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.schemas.wire.RegistryUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rocksdb.RocksDBException;

class FailurePolicyTest {

    /** A clock that moves when it is told to. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-03-02T09:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("One zone is enough");
        }
    }

    private final Hand clock = new Hand();
    private final List<String> stops = new ArrayList<>();
    private final FailurePolicy policy = new FailurePolicy(clock, stops::add);

    private static StreamsException bug() {
        return new StreamsException("task 0_1", new IllegalStateException("A row is broken"));
    }

    private List<StreamThreadExceptionResponse> fail(int times) {
        return IntStream.range(0, times).mapToObj(i -> policy.handle(bug())).toList();
    }

    @Test
    void whomTheBrokersRefuseStopsAtOnceAndSaysWhatWasRefused() {
        // Given
        StreamsException refused = new StreamsException("task 0_1", new TopicAuthorizationException(Set.of("facts")));

        // When
        StreamThreadExceptionResponse response = policy.handle(refused);

        // Then
        assertThat(response).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(stops)
                .containsExactly(
                        "Kafka refuses the processors, and they stop: its user may not use the topics facts: ./streamgauge doctor says which right is missing, and the command that adds it");
    }

    @Test
    void fiveFailuresAreForgiven() {
        // Given
        int failures = 5;

        // When
        List<StreamThreadExceptionResponse> responses = fail(failures);

        // Then
        assertThat(responses).containsOnly(REPLACE_THREAD);
        assertThat(stops).isEmpty();
    }

    @Test
    void theSixthFailureWithinTenMinutesStops() {
        // Given
        fail(5);

        // When
        StreamThreadExceptionResponse response = policy.handle(bug());

        // Then
        assertThat(response).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(stops)
                .containsExactly(
                        "The processors failed 6 times within 10 minutes and stop: IllegalStateException: A row is broken");
    }

    @Test
    void aFailureCountsForExactlyTenMinutes() {
        // Given
        fail(5);
        clock.advance(Duration.ofMinutes(10));

        // When
        StreamThreadExceptionResponse response = policy.handle(bug());

        // Then
        assertThat(response).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void aFailureIsForgottenAfterTenMinutes() {
        // Given
        fail(5);
        clock.advance(Duration.ofMinutes(10).plusMillis(1));

        // When
        List<StreamThreadExceptionResponse> responses = fail(5);

        // Then
        assertThat(responses).containsOnly(REPLACE_THREAD);
    }

    @Test
    void aRegistryThatDoesNotAnswerIsWaitedForWithoutEnd() {
        // Given
        Throwable silent = new StreamsException(new RegistryUnavailableException("No answer", null));

        // When
        List<StreamThreadExceptionResponse> responses =
                IntStream.range(0, 100).mapToObj(i -> policy.handle(silent)).toList();

        // Then
        assertThat(responses).containsOnly(REPLACE_THREAD);
        assertThat(stops).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"IO error: No space left on device: 000012.sst", "IO error: File too large: OPTIONS-000019"})
    void aFullDiskStopsAtOnceAndSaysSo(String words) {
        // Given
        Throwable full = new ProcessorStateException("Error opening store", new RocksDBException(words));

        // When
        StreamThreadExceptionResponse response = policy.handle(full);

        // Then
        assertThat(response).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(stops)
                .containsExactly("The processors cannot keep their state and stop: " + words
                        + ". Is there room on the disk of processors.state.dir, and may they write there?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"block checksum mismatch", "IO error: No such file or directory: 000012.sst"})
    void damagedStateIsLeftToANewThreadThatReadsItAgain(String words) {
        // Given
        Throwable damaged = new ProcessorStateException("Error while getting value", new RocksDBException(words));

        // When
        StreamThreadExceptionResponse response = policy.handle(damaged);

        // Then
        assertThat(response).isEqualTo(REPLACE_THREAD);
    }

    @Test
    void whatMayBeTriedAgainDoesNotCountAmongTheFailures() {
        // Given
        fail(5);
        policy.handle(new TimeoutException("slow"));
        clock.advance(Duration.ofMinutes(10).plusMillis(1));

        // When
        StreamThreadExceptionResponse response = policy.handle(bug());

        // Then
        assertThat(response).isEqualTo(REPLACE_THREAD);
    }
}
