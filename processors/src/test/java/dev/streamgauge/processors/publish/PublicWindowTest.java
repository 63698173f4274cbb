package dev.streamgauge.processors.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.aggregates.v1.LeadTime;
import dev.streamgauge.aggregates.v1.LeadTimeKey;
import dev.streamgauge.processors.aggregates.Summary;
import dev.streamgauge.processors.aggregates.Sums;
import dev.streamgauge.processors.aggregates.Window;
import dev.streamgauge.processors.aggregates.WindowKey;
import dev.streamgauge.processors.aggregates.WindowKey.Kind;
import dev.streamgauge.processors.aggregates.WindowKey.Scope;
import dev.streamgauge.processors.aggregates.WindowSums;
import dev.streamgauge.processors.publish.PublicWindow.Revised;
import dev.streamgauge.processors.store.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublicWindowTest {

    private static final WindowKey DAY = new WindowKey(
            Kind.LEAD_TIME,
            Scope.REPOSITORY,
            "example.org/shop",
            List.of("shop", "production", "*", "streamgauge"),
            Window.DAY,
            0);
    private static final Sums ABSENT = new Sums(Summary.EMPTY, Map.of("excluded_absent", 1L));

    private static WindowSums row(Map<String, Sums> metrics) {
        return new WindowSums(DAY, metrics);
    }

    private static List<Revised> published(WindowSums before, WindowSums after) {
        return PublicWindow.of(new Revision<>(before, after, 7), Instant.EPOCH);
    }

    private static String metric(Revised revised) {
        return ((LeadTimeKey) revised.current().key()).getMetric();
    }

    @Test
    void eachMetricIsARecordOfItsOwn() {
        // Given
        WindowSums after = row(Map.of("coding", ABSENT, "review", ABSENT));

        // When
        List<Revised> records = published(null, after);

        // Then
        assertThat(records).extracting(PublicWindowTest::metric).containsExactly("coding", "review");
        assertThat(records).allSatisfy(record -> {
            LeadTime value = (LeadTime) record.current().value();
            assertThat(value.getMetric()).isEqualTo(metric(record));
            assertThat(value.getExcludedAbsent()).isEqualTo(1);
            assertThat(value.getRevision()).isEqualTo(7);
            assertThat(record.version()).isEqualTo(record.current());
        });
    }

    @Test
    void aMetricThatIsAsItWasIsNoNews() {
        // Given
        WindowSums before = row(Map.of("coding", ABSENT));

        // When
        List<Revised> records = published(before, row(Map.of("coding", ABSENT, "review", ABSENT)));

        // Then
        assertThat(records).extracting(PublicWindowTest::metric).containsExactly("review");
    }

    @Test
    void aMetricThatIsGoneIsATombstoneAndARowOfZerosInTheTwin() {
        // Given
        WindowSums before = row(Map.of("coding", ABSENT, "review", ABSENT));

        // When
        List<Revised> records = published(before, row(Map.of("review", ABSENT)));

        // Then
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(metric(record)).isEqualTo("coding");
            assertThat(record.current().value()).isNull();
            assertThat(((LeadTime) record.version().value()).getExcludedAbsent())
                    .isZero();
        });
    }

    @Test
    void aWindowThatIsGoneTakesAllItsMetricsAlong() {
        // Given
        WindowSums before = row(Map.of("coding", ABSENT, "review", ABSENT));

        // When
        List<Revised> records = published(before, null);

        // Then
        assertThat(records).hasSize(2).allMatch(record -> record.current().value() == null);
    }
}
