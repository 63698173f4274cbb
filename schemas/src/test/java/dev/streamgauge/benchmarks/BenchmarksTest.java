package dev.streamgauge.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.benchmarks.Yardstick.Centres;
import dev.streamgauge.benchmarks.Yardstick.Distribution;
import dev.streamgauge.benchmarks.Yardstick.Share;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarksTest {

    private static Benchmark dora(int year) {
        return Benchmarks.all().stream()
                .filter(benchmark -> benchmark.name().equals("DORA") && benchmark.year() == year)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "2021, PT59M59.999S, elite",
        "2021, PT1H, high",
        "2022, PT1H, outside the published levels",
        "2023, PT23H59M59.999S, elite",
        "2023, P1D, high",
        "2023, P7D, medium or low",
        "2024, P29D, medium",
        "2024, P200D, outside the published levels"
    })
    void aLeadTimeHasTheLevelsThatItsYearPublished(int year, Duration leadTime, String standing) {
        // When
        Position position = dora(year)
                .position("change_lead_time", (double) leadTime.toMillis())
                .orElseThrow();

        // Then
        assertThat(position).hasToString("DORA %d: %s".formatted(year, standing));
    }

    @Test
    void theChangeFailureRatesOf2024AreNotMonotoneAndNoLadder() {
        // Given
        Yardstick rates = dora(2024).metrics().get("change_failure_rate");

        // When
        Position position = dora(2024).position("change_failure_rate", 0.15).orElseThrow();

        // Then
        assertThat(((Centres) rates).centres())
                .extracting(Yardstick.Centre::value)
                .containsExactly(0.05, 0.20, 0.10, 0.40);
        assertThat(position.standing()).isEqualTo("no ladder; typical are elite 5 %, high 20 %, medium 10 %, low 40 %");
    }

    @Test
    void of2025OnlyThePartOfTheRespondentsIsKnown() {
        // When
        Position position = dora(2025)
                .position("change_lead_time", (double) Duration.ofDays(3).toMillis())
                .orElseThrow();

        // Then
        assertThat(position.standing()).isEqualTo("better than 43.5 % of the respondents, in the same part as 31.9 %");
    }

    @Test
    void moreFrequentIsBetter() {
        // When
        Position often = dora(2025).position("deployment_frequency", 3).orElseThrow();
        Position seldom = dora(2025).position("deployment_frequency", 0.001).orElseThrow();

        // Then
        assertThat(often.standing()).startsWith("better than 77.3 %");
        assertThat(seldom.standing()).startsWith("better than 0 %");
    }

    @ParameterizedTest
    @CsvSource({"0.9, is reached", "0.8999, is not reached"})
    void aTargetIsReachedOrNot(double rate, String expected) {
        // When
        var positions = Benchmarks.positions("run_success_rate", rate);

        // Then
        assertThat(positions).singleElement().satisfies(position -> {
            assertThat(position.year()).isEqualTo(2026);
            assertThat(position.standing()).endsWith(expected);
        });
    }

    @Test
    void everyDistributionIsThatOfAboutAllRespondents() {
        for (Benchmark benchmark : Benchmarks.all()) {
            for (Yardstick yardstick : benchmark.metrics().values()) {
                if (yardstick instanceof Distribution distribution) {
                    assertThat(distribution.shares().stream()
                                    .mapToDouble(Share::percent)
                                    .sum())
                            .isBetween(99.5, 100.5);
                }
            }
        }
    }

    @Test
    void aMetricThatNobodyMeasuredHasNoPosition() {
        assertThat(Benchmarks.positions("queue_depth", 7)).isEmpty();
    }

    @Test
    void everyBenchmarkNamesItsSource() {
        assertThat(Benchmarks.all()).hasSize(6).allSatisfy(benchmark -> {
            assertThat(benchmark.source()).isNotBlank();
            assertThat(benchmark.note()).isNotBlank();
        });
    }
}
