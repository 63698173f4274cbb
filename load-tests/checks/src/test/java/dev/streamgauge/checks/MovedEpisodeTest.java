package dev.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.facts.v1.RedEpisode;
import dev.streamgauge.facts.v1.RedEpisodeKey;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.json.BadEventException;
import dev.streamgauge.schemas.json.EventJson;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fact keeps its public key while its place in the state changes: the move must not look like a withdrawal. */
class MovedEpisodeTest {

    private static final String COMMIT = "1111111111111111111111111111111111111111";
    private static final String RED_BUILD = """
            {"type":"BuildChanged","repository":"example.org/docs/moved","occurred_at":"2026-03-02T10:20:00Z","run_id":"r1",
            "workflow":"ci","trigger":"push","branch":"main","default_branch":"main","sha":"%s",
            "state":"finished","outcome":"failure","finished_at":"2026-03-02T10:20:00Z"}""".formatted(COMMIT);

    @TempDir
    Path directory;

    @Test
    void anEpisodeIsStillPublishedWhenItsCommitTurnsOutToHaveLandedEarlier() {
        try (DrivenTopology topology = new DrivenTopology(directory)) {
            // Given
            send(topology, landing("10:00"));
            send(topology, RED_BUILD);

            // When
            send(topology, landing("09:00"));

            // Then
            List<TestRecord<RedEpisodeKey, RedEpisode>> updates = topology.written(Topics.RED_EPISODES);
            assertThat(updates.get(updates.size() - 1).value()).isNotNull();
            assertThat(topology.sections().get("time_to_green")).isNotEmpty();
        }
    }

    private static String landing(String time) {
        return """
                {"type":"CommitPushed","repository":"example.org/docs/moved","occurred_at":"2026-03-02T%s:00Z",
                "branch":"main","default_branch":"main","after":"%s"}""".formatted(time, COMMIT);
    }

    private static void send(DrivenTopology topology, String line) {
        try {
            topology.send(EventJson.parse(line));
        } catch (BadEventException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
