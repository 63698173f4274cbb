package dev.streamgauge.processors.deliveries;

import static dev.streamgauge.processors.testkit.Cast.build;
import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.Assembly;
import dev.streamgauge.processors.testkit.Reads;
import dev.streamgauge.processors.testkit.Telling;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What an event costs must not grow with the history of its lane. */
class ManyDeploysTest {

    private static final int MANY = 3_000;
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private final Reads reads = new Reads();
    private final Assembly assembly = new Assembly(reads);

    private static String minute(long number) {
        return BEGINNING.plusSeconds(60 * number).toString();
    }

    private long cost(Telling event) {
        long before = reads.rows();
        assembly.apply(event.event());
        return reads.rows() - before;
    }

    @Test
    void theManyThousandthDeployOfOneCommitCostsWhatTheSecondDid() {
        // Given
        cost(landed(commit("a1")).at(minute(0)));
        cost(deploy("D0", "a1").at(minute(1)));
        long second = cost(deploy("D1", "a1").at(minute(2)));

        // When
        long last = 0;
        for (int i = 2; i < MANY; i++) {
            last = cost(deploy("D" + i, "a1").at(minute(1 + i)));
        }

        // Then
        assertThat(last).isLessThan(2 * second);
    }

    @Test
    void aDeployThatBeginsAndEndsLooksOnlyAtWhatWaitsForIt() {
        // Given
        cost(landed(commit("c0")).at(minute(0)));
        cost(deploy("D0", "c0").at(minute(1)));
        long greatest = 0;

        // When
        for (int i = 1; i < MANY; i++) {
            cost(landed(commit("c" + i)).at(minute(10L * i)));
            greatest = Math.max(greatest, cost(build("r" + i, "c" + i).at(minute(10L * i + 2))));
            greatest = Math.max(
                    greatest, cost(deploy("D" + i, "c" + i).state("running").started(minute(10L * i + 3))));
            greatest = Math.max(
                    greatest,
                    cost(deploy("D" + i, "c" + i).started(minute(10L * i + 3)).at(minute(10L * i + 4))));
        }

        // Then
        assertThat(greatest).isLessThan(300);
    }

    @Test
    void buildsThatArriveTheNewestFirstConcernOnlyWhatWasNotDeliveredThen() {
        // Given
        for (int i = 0; i < MANY; i++) {
            cost(landed(commit("c" + i)).at(minute(10L * i)));
            cost(deploy("D" + i, "c" + i).at(minute(10L * i + 4)));
        }
        cost(build("r" + MANY, "c" + (MANY - 1)).at(minute(10L * MANY)));
        long greatest = 0;

        // When
        for (int i = MANY - 2; i >= 0; i--) {
            greatest = Math.max(greatest, cost(build("r" + i, "c" + i).at(minute(10L * i + 2))));
        }

        // Then
        assertThat(greatest).isLessThan(300);
    }
}
