package dev.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.generator.Emission;
import dev.streamgauge.generator.GeneratorConfig;
import dev.streamgauge.generator.Histories;
import dev.streamgauge.generator.Organisation;
import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.oracle.Oracle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever the order, the repetitions and the moments of commit: the models end where the oracle ends. */
class StreamEqualsBatchTest {

    private static final int USUAL_HISTORIES = 150;
    private static final int ARRIVALS = 3;
    private static final Models STREAMED = new Streamed();
    private static Oracle oracle;

    @BeforeAll
    static void open() {
        oracle = Oracle.open();
    }

    @AfterAll
    static void close() {
        oracle.close();
    }

    @Test
    void hostileHistoriesEndAsTheBatchSays() {
        Seeds.blocks(USUAL_HISTORIES).forEach(seeds -> requireEqual("small history", seeds, Histories::small));
    }

    @Test
    void tinyHistoriesEndAsTheBatchSays() {
        Seeds.blocks(USUAL_HISTORIES).forEach(seeds -> requireEqual("tiny history", seeds, Histories::tiny));
    }

    @Test
    void anOrganisationEndsAsTheBatchSaysWhenShuffledAndDoubled() {
        // Given
        List<SpecificRecord> events = organisation();
        Batch batch = Batch.of(oracle, events);

        // When
        Map<String, List<ObjectNode>> streamed = STREAMED.after(Disorder.doubled(events, new Dice(1)), new Dice(2));

        // Then
        batch.requireEqual(streamed, "organisation");
        assertThat(streamed.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
    }

    private static List<SpecificRecord> organisation() {
        GeneratorConfig config = GeneratorConfig.of(5).withRepositories(5).withLength(Duration.ofDays(5));
        return Organisation.of(config).stream()
                .<SpecificRecord>map(Emission::event)
                .limit(3_000)
                .toList();
    }

    private void requireEqual(
            String kind, List<Long> seeds, LongFunction<? extends List<? extends SpecificRecord>> histories) {
        for (Trial trial : Trial.of(kind, seeds, histories, oracle)) {
            trial.difference(STREAMED, ARRIVALS).ifPresent(difference -> {
                throw new AssertionError(difference + "\n" + Seeds.command(getClass(), trial.seed()));
            });
        }
    }
}
