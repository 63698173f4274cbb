package dev.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.generator.Histories;
import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.oracle.Oracle;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.standalone.report.Rows;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same law as for the models, through the production topology: its stores, serdes, sinks and settings. */
class TopologyEqualsBatchTest {

    private static final int USUAL_HISTORIES = 15;

    @TempDir
    Path directory;

    private DrivenTopology topology;
    private final Apart apart = new Apart();

    @BeforeEach
    void start() {
        topology = new DrivenTopology(directory);
        Seeds.upTo(USUAL_HISTORIES).forEach(seed -> apart.add(seed, Histories.small(seed)));
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    @Test
    void historiesThatArriveMixedAndRepeatedEndAsTheBatchSays() {
        // Given
        List<SpecificRecord> arriving = Disorder.of(apart.events(), new Dice(3));
        Batch batch = batch();

        // When
        arriving.forEach(topology::send);

        // Then
        batch.requireEqual(topology.sections(), USUAL_HISTORIES + " histories in one task");
        assertThat(topology.deadLetters()).isEmpty();
    }

    @Test
    void historiesThatArriveOneAfterAnotherEndAsTheBatchSays() {
        // Given
        Batch batch = batch();

        // When
        apart.histories()
                .forEach((seed, history) -> Disorder.of(history, new Dice(seed)).forEach(topology::send));

        // Then
        Map<String, List<ObjectNode>> streamed = topology.sections();
        batch.requireEqual(streamed, USUAL_HISTORIES + " histories, one after another");
    }

    @Test
    void eachVersionOfAFactOrAggregateHasAGreaterRevision() {
        // Given
        List<SpecificRecord> arriving = Disorder.of(apart.events(), new Dice(4));

        // When
        arriving.forEach(topology::send);

        // Then
        Rows.AGGREGATES.values().forEach(this::requireGrowingRevisions);
        Rows.FACTS.values().forEach(this::requireGrowingRevisions);
    }

    /** Also over a withdrawal: a sink that keeps the greatest revision must not take a fact that came back for an old one. */
    @SuppressWarnings("unchecked") // facts and aggregates have records as keys and values
    private void requireGrowingRevisions(Topic<?, ?> topic) {
        Map<SpecificRecord, Long> revisions = new HashMap<>();
        for (TestRecord<SpecificRecord, SpecificRecord> update :
                topology.written((Topic<SpecificRecord, SpecificRecord>) topic)) {
            if (update.value() != null) {
                long revision = Revisions.of(update.value());
                Long before = revisions.put(update.key(), revision);
                assertThat(revision).as(update.key().toString()).isGreaterThan(before == null ? 0 : before);
            }
        }
        assertThat(revisions).as(topic.name()).isNotEmpty();
    }

    private Batch batch() {
        try (Oracle oracle = Oracle.open()) {
            return Batch.of(oracle, apart.events());
        }
    }
}
