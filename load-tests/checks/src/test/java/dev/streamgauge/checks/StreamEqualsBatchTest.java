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
        Seeds.upTo(USUAL_HISTORIES).forEach(seed -> requireEqual("small history", seed, Histories::small));
    }

    @Test
    void tinyHistoriesEndAsTheBatchSays() {
        Seeds.upTo(USUAL_HISTORIES).forEach(seed -> requireEqual("tiny history", seed, Histories::tiny));
    }

    @Test
    void anOrganisationEndsAsTheBatchSaysWhenShuffledAndDoubled() {
        // Given
        List<SpecificRecord> events = organisation();
        Batch batch = Batch.of(oracle, events);

        // When
        Map<String, List<ObjectNode>> streamed = stream(Disorder.doubled(events, new Dice(1)), new Dice(2));

        // Then
        batch.requireEqual(streamed, "organisation");
        assertThat(streamed.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
    }

    private static List<SpecificRecord> organisation() {
        GeneratorConfig config = GeneratorConfig.of(7).withRepositories(5).withLength(Duration.ofDays(5));
        return Organisation.of(config).stream()
                .<SpecificRecord>map(Emission::event)
                .limit(3_000)
                .toList();
    }

    private void requireEqual(
            String kind, long seed, LongFunction<? extends List<? extends SpecificRecord>> histories) {
        List<? extends SpecificRecord> history = histories.apply(seed);
        Batch batch = Batch.of(oracle, history);
        Dice dice = new Dice(seed);
        for (int arrival = 0; arrival < ARRIVALS; arrival++) {
            Map<String, List<ObjectNode>> streamed = stream(Disorder.of(history, dice), dice);
            String situation = "%s %d, arrival %d (%s)".formatted(kind, seed, arrival, Seeds.command(getClass(), seed));
            batch.requireEqual(streamed, situation);
        }
    }

    /** Commits after one to sixteen events. */
    private static Map<String, List<ObjectNode>> stream(List<SpecificRecord> events, Dice dice) {
        PureEngine engine = new PureEngine();
        int rest = 1 + dice.below(16);
        for (SpecificRecord event : events) {
            engine.apply(event);
            if (--rest == 0) {
                engine.commit();
                rest = 1 + dice.below(16);
            }
        }
        return engine.sections();
    }
}
