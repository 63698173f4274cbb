package dev.streamgauge.processors.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.deliveries.Deliveries;
import dev.streamgauge.processors.deliveries.Deploy;
import dev.streamgauge.processors.failures.Failures;
import dev.streamgauge.processors.failures.Incident;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.health.MainHealth;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.testkit.RandomHistory;
import dev.streamgauge.processors.testkit.Story;
import dev.streamgauge.processors.testkit.Telling;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts that are kept from revision to revision, against those of the facts that are left. */
class CountsTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    private record Counting(Story story, Map<String, Long> gaps) {

        <V> Counting each(Gap gap, TableSpec<V> facts, Predicate<V> lacking) {
            long count = story.rows(facts).stream().filter(lacking).count();
            if (count > 0) {
                gaps.put(gap.name(), count);
            }
            return this;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachCountIsThatOfTheFacts(long seed) {
        // Given
        List<Telling> events = new RandomHistory(2_000 + seed).events(60);

        // When
        Story story = Story.of(events);

        // Then
        Map<String, Long> counted = new TreeMap<>(story.completeness("*").gaps());
        counted.remove(Gap.LANDING.name()); // of commits, not of facts
        assertThat(counted)
                .isEqualTo(new Counting(story, new TreeMap<>())
                        .each(Gap.DEPLOY_SHA_UNKNOWN, Deliveries.DEPLOYS, deploy -> unjoined(deploy, "sha_unknown"))
                        .each(Gap.DEPLOY_OFF_MAIN, Deliveries.DEPLOYS, deploy -> unjoined(deploy, "off_main"))
                        .each(Gap.BUILD_WITHOUT_LANDING, MainHealth.BUILDS, Build::lacksLanding)
                        .each(Gap.MERGE_WITHOUT_LANDING, Changes.CHANGES, Change::lacksLanding)
                        .each(Gap.INCIDENT_UNATTRIBUTED, Failures.INCIDENTS, Incident::unattributed)
                        .each(Gap.BUILD_UNFINISHED, MainHealth.BUILDS, build -> build.outcome() == null)
                        .each(
                                Gap.DEPLOY_UNFINISHED,
                                Deliveries.DEPLOYS,
                                deploy -> !deploy.state().equals("finished"))
                        .each(Gap.REQUEST_OPEN, Changes.CHANGES, CountsTest::isOpen)
                        .each(Gap.INCIDENT_OPEN, Failures.INCIDENTS, incident -> incident.resolvedAt() == null)
                        .gaps());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSourceSpokeLastWhenTheLastOfItsEventsWasTakenIn(long seed) {
        // Given
        List<Telling> events = new RandomHistory(3_000 + seed).events(40);
        Map<String, Long> last = new TreeMap<>();
        for (Telling each : events) {
            long receivedAt = ((Instant) field(each.event(), "received_at")).toEpochMilli();
            last.merge((String) field(each.event(), "source"), receivedAt, Math::max);
            last.merge("*", receivedAt, Math::max);
        }

        // When
        Story story = Story.of(events);

        // Then
        Map<String, Long> told = new TreeMap<>();
        story.rows(Ledger.COMPLETENESS).forEach(row -> told.put(row.source(), row.lastReceivedAt()));
        assertThat(told).isEqualTo(last);
    }

    private static boolean unjoined(Deploy deploy, String reason) {
        return reason.equals(deploy.unjoinedReason());
    }

    private static boolean isOpen(Change change) {
        return change.published() && List.of("draft", "open").contains(change.state());
    }

    private static Object field(SpecificRecord event, String name) {
        return event.get(event.getSchema().getField(name).pos());
    }
}
