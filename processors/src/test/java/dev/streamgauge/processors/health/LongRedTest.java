package dev.streamgauge.processors.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.testkit.Reads;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Main may be red for years: what a build costs must not grow with that. */
class LongRedTest {

    private static final Workflow CI = new Workflow("github.com/acme/shop", "ci");
    private static final int BUILDS = 5_000;

    private final Reads reads = new Reads();
    private final Episodes episodes = new Episodes(reads, (repository, position) -> List.of());

    private static Step failure(int at) {
        return new Step(new Position(at, 0, "head", "sha" + at), at, new BuildRef("r" + at, 1), false);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachBuildOfALongRedTimeLooksAtAFewRowsInWhateverDirectionTheyCome(boolean backwards) {
        // Given
        long most = 0;
        for (int i = 0; i < BUILDS; i++) {
            long before = reads.rows();

            // When
            episodes.add(CI, failure(backwards ? BUILDS - i : i));

            // Then
            most = Math.max(most, reads.rows() - before);
        }
        assertThat(most).isLessThan(20);
        assertThat(reads.tables().table(MainHealth.EPISODES).rows().values())
                .singleElement()
                .satisfies(episode -> assertThat(episode.attempts()).isEqualTo(BUILDS));
    }
}
