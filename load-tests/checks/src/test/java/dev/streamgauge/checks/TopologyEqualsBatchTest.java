package dev.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.facts.v1.Change;
import dev.streamgauge.facts.v1.ChangeKey;
import dev.streamgauge.generator.Histories;
import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.oracle.Oracle;
import dev.streamgauge.schemas.Topics;
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
    void shouldNumberTheRevisionsOfAFactUntilItIsWithdrawn() {
        // Given
        Map<ChangeKey, Long> revisions = new HashMap<>();

        // When
        Disorder.of(apart.events(), new Dice(4)).forEach(topology::send);

        // Then
        for (TestRecord<ChangeKey, Change> update : topology.written(Topics.CHANGES)) {
            Long before = revisions.remove(update.key());
            if (update.value() != null) {
                assertThat(update.value().getRevision()).isGreaterThan(before == null ? 0 : before);
                revisions.put(update.key(), update.value().getRevision());
            }
        }
        assertThat(revisions).isNotEmpty();
    }

    private Batch batch() {
        try (Oracle oracle = Oracle.open()) {
            return Batch.of(oracle, apart.events());
        }
    }
}
