package dev.streamgauge.processors.topology;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.forgetting.Memory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a commit has taken too long, Kafka Streams closes a task and initialises the same processors anew. */
class RevivedTaskTest {

    private static final String RULES = """
            rules:
              - { name: OrgReviews, kind: depth, level: organisation, scope: { queue: review.pickup }, threshold: 0 }
            """;

    private static final String FIRST = "a".repeat(40);
    private static final String SECOND = "b".repeat(40);
    private static final String THIRD = "c".repeat(40);

    private static final Duration MEMORY = Duration.ofDays(30);

    @TempDir
    Path directory;

    private DrivenWatch driven(String name) throws IOException {
        return new DrivenWatch(directory.resolve(name), "09:00", RULES, new Memory(MEMORY));
    }

    @Test
    void nothingThatWasScheduledBeforeIsCalledAnyMore() throws IOException {
        // Given
        try (DrivenWatch watch = driven("revived")) {
            long before = watch.scheduled();

            // When
            watch.revived().revived();

            // Then
            assertThat(before).isGreaterThan(6);
            assertThat(watch.scheduled()).isEqualTo(before);
        }
    }

    @Test
    void itForgetsNothingElseThanOneThatWasNotRevived() throws IOException {
        // Given
        Set<String> expected = rowsAfter("usual", watch -> watch);

        // When
        Set<String> rows = rowsAfter("revived", DrivenWatch::revived);

        // Then
        assertThat(rows).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** A commit is deployed late. When it would be forgotten, its deploy is remembered still. */
    private Set<String> rowsAfter(String name, UnaryOperator<DrivenWatch> interruption) throws IOException {
        try (DrivenWatch watch = driven(name)) {
            watch.hears(
                            landed(commit(FIRST)).at("08:00"),
                            landed(commit(SECOND)).from(FIRST).at("08:10"),
                            landed(commit(THIRD)).from(SECOND).at("08:20"))
                    .until("09:01");
            interruption.apply(watch).until("09:30").hears(deploy("1", SECOND).at("09:30"));
            return watch.passes(MEMORY.minusMinutes(15)).rows();
        }
    }

    @Test
    void itGoesOnWithTheTablesItBeganWith() throws IOException {
        // Given
        try (DrivenWatch watch = driven("revived")) {
            watch.hears(request("7").opened("08:30").at("08:55")).until("09:01");
            watch.alerts();
            watch.revived();

            // When
            watch.hears(request("7").opened("08:30").closed("09:01").at("09:01"))
                    .until("09:02");

            // Then
            assertThat(watch.alerts()).containsExactly("resolved OrgReviews github.com/acme");
        }
    }
}
