package dev.streamgauge.generator.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.events.v1.SourceChecked;
import dev.streamgauge.generator.Histories;
import dev.streamgauge.generator.event.Envelope;
import dev.streamgauge.generator.event.EventTimes;
import dev.streamgauge.schemas.json.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;

class HistoriesTest {
    private static final long SEEDS = 200;

    @Test
    void theSameSeedGivesTheSameHistory() {
        // When
        List<SpecificRecordBase> history = Histories.small(7);

        // Then
        assertThat(history).isEqualTo(Histories.small(7)).isNotEqualTo(Histories.small(8));
    }

    @Test
    void aHistoryIsSmall() {
        // When
        List<Integer> sizes = histories().map(List::size).toList();

        // Then
        assertThat(sizes).allMatch(size -> size >= 30 && size <= 312);
        assertThat(sizes.stream().distinct().count()).isGreaterThan(30);
    }

    @Test
    void aTinyHistoryIsTiny() {
        // When
        Stream<Integer> sizes =
                LongStream.range(0, SEEDS).mapToObj(Histories::tiny).map(List::size);

        // Then
        assertThat(sizes).allMatch(size -> size >= 3 && size <= 37);
    }

    @Test
    void noEventIsOneThatIsRefused() {
        // When
        Stream<SpecificRecordBase> events = histories().flatMap(List::stream);

        // Then
        assertThat(events).allSatisfy(event -> {
            Instant latest = Instant.ofEpochMilli(Envelope.receivedAt(event)).plus(Duration.ofMinutes(5));
            assertThat(EventTimes.of(event)).allMatch(time -> !time.isAfter(latest) && time.isAfter(Instant.EPOCH));
        });
    }

    @Test
    void everyEventSurvivesItsJsonForm() {
        // When
        Stream<SpecificRecordBase> events = histories().flatMap(List::stream);

        // Then
        assertThat(events)
                .allSatisfy(event ->
                        assertThat(EventJson.parse(EventJson.write(event))).isEqualTo(event));
    }

    @Test
    void looksLeaveTheRestOfAHistoryAsItWas() {
        // Given
        List<SpecificRecordBase> without = new Writer(7).write(40);

        // When
        List<SpecificRecordBase> with = Looks.among(without, 7);

        // Then
        assertThat(with).hasSizeGreaterThan(40).containsSubsequence(without);
        assertThat(with.stream().filter(event -> !(event instanceof SourceChecked)))
                .isEqualTo(without);
    }

    @Test
    void everyNastyCaseOccursOften() {
        // Given
        List<List<SpecificRecordBase>> histories = histories().toList();
        Map<String, Predicate<Told>> cases = new TreeMap<>();
        Stream.of(
                        NastyLandings.order(),
                        NastyLandings.bringing(),
                        NastyRequests.cases(),
                        NastyBuilds.merging(),
                        NastyBuilds.colours(),
                        NastyBuilds.outcomes(),
                        NastyDeploys.merging(),
                        NastyDeploys.joining(),
                        NastyReviews.reviews(),
                        NastyReviews.times(),
                        NastyPromotions.branches(),
                        NastyPromotions.promotions(),
                        NastyPromotions.listed(),
                        NastyRepairs.picks(),
                        NastyRepairs.reverts(),
                        NastyRepairs.services(),
                        NastyBuildTimes.clocks(),
                        NastyBuildTimes.waits(),
                        NastyLanes.kinds(),
                        NastyLanes.deploys(),
                        NastyIncidents.links(),
                        NastyIncidents.times(),
                        NastyIncidents.owners(),
                        NastyLooks.looks())
                .forEach(cases::putAll);

        // When
        Map<String, Long> table = new TreeMap<>();
        cases.forEach((name, found) -> table.put(name, occurrences(histories, found)));

        // Then
        assertThat(table).allSatisfy((name, count) -> assertThat(count).as(name).isGreaterThanOrEqualTo(8));
    }

    private static long occurrences(List<List<SpecificRecordBase>> histories, Predicate<Told> found) {
        return histories.stream()
                .filter(history -> repositories(history).anyMatch(r -> found.test(new Told(history, r))))
                .count();
    }

    private static Stream<String> repositories(List<SpecificRecordBase> history) {
        return history.stream().map(Envelope::repository).distinct();
    }

    private static Stream<List<SpecificRecordBase>> histories() {
        return LongStream.range(0, SEEDS).mapToObj(Histories::small);
    }

    @Test
    void noNameIsAnotherHistorysToo() {
        // When
        Stream<String> names = LongStream.range(0, SEEDS)
                .boxed()
                .flatMap(seed -> Histories.small(seed).stream()
                        .flatMap(HistoriesTest::scopes)
                        .filter(name -> !name.matches(".*/acme-" + seed + "(/.*)?")));

        // Then
        assertThat(names).isEmpty();
    }

    private static Stream<String> scopes(SpecificRecordBase event) {
        Stream<String> owners = event instanceof RepositoryOwned owned
                ? Stream.of(owned.getTeam(), owned.getOrganisation()).filter(Objects::nonNull)
                : Stream.empty();
        return Stream.concat(Stream.of(Envelope.repository(event)), owners);
    }
}
