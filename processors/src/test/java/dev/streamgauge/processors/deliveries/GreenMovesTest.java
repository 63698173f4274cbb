package dev.streamgauge.processors.deliveries;

import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.testkit.Deployed;
import dev.streamgauge.processors.testkit.Story;
import dev.streamgauge.processors.testkit.Telling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A green build that arrives late, on a main that is longer than the lanes are many. */
class GreenMovesTest {

    private static final int COMMITS = 14;
    private static final Instant BEGINNING = Instant.parse("2026-03-02T00:00:00Z");
    private static final List<Lane> LANES =
            List.of(new Lane("shop", "production"), new Lane("shop", "staging"), new Lane("worker", "live"));

    private final List<Telling> events = new ArrayList<>();

    private static String minute(long number) {
        return BEGINNING.plusSeconds(60 * number).toString();
    }

    /** A commit every ten minutes; whatever happens to it happens from then on, or much later. */
    private List<Telling> history(Random random) {
        events.clear();
        for (int i = 0; i < COMMITS; i++) {
            events.add(landed(commit("c" + i).authored(minute(10L * i)).parents("c" + (i - 1)))
                    .at(minute(10L * i)));
        }
        for (int i = 0; i < 12; i++) {
            int commit = random.nextInt(COMMITS);
            Lane lane = LANES.get(random.nextInt(LANES.size()));
            Deployed deployed = deploy("D" + i, "c" + commit)
                    .to(lane.service(), lane.environment())
                    .at(minute(10L * commit + delay(random)));
            events.add(random.nextInt(4) == 0 ? deployed.started(minute(10L * commit + 1)) : deployed);
        }
        for (int i = 0; i < 14; i++) {
            int commit = random.nextInt(COMMITS);
            int attempt = 1 + random.nextInt(2);
            String run = "r" + random.nextInt(8);
            events.add(build(run, "c" + commit).attempt(attempt).at(minute(10L * commit + delay(random))));
        }
        Collections.shuffle(events.subList(random.nextInt(COMMITS), events.size()), random);
        return events;
    }

    private static long delay(Random random) {
        return random.nextInt(3) == 0 ? random.nextInt(150) : random.nextInt(12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void changesTheStagesOfAllThatWasNotDeliveredThen(long block) {
        // Given
        for (long seed = 0; seed < 60; seed++) {
            Story story = Story.of();
            for (Telling event : history(new Random(1_000 * block + seed))) {

                // When
                story.then(event);

                // Then
                assertThat(story.rows(Deliveries.DELIVERIES))
                        .as("block %d, seed %d", block, seed)
                        .containsExactlyInAnyOrderElementsOf(
                                new DeliveryModel(story, List.of("production", "live")).deliveries());
            }
        }
    }
}
