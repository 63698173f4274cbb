package dev.streamgauge.checks.drills;

import static dev.streamgauge.connectors.alerting.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.checks.drills.RegistryFront.Illness;
import dev.streamgauge.standalone.testkit.ServeFile;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The schema registry is away, fails or is slow: no event is to blame. {@code -Ddrill.registry=60} lets each of it last so many seconds. */
@ExtendWith(SharedGround.class)
@Execution(ExecutionMode.CONCURRENT) // in places of their own, where they mostly wait
class RegistryDownTest {

    private static final int LASTS_S = Integer.getInteger("drill.registry", 3);
    private static final Duration MOST = Duration.ofMinutes(3);

    @Test
    void noEventIsRefusedBecauseTheRegistryIsIll(Ground ground) throws Exception {
        // Given
        try (RegistryFront registry = new RegistryFront(ground.registry().url());
                Drill drill = new Drill(ground, "registry")) {
            Instance instance = drill.instance(
                    "one", new ServeFile(ground.brokers().bootstrapServers(), registry.url(), drill.prefix()));
            drill.feed().at(100);

            // When
            for (Illness illness : List.of(Illness.FAILS, Illness.HANGS_UP, Illness.SLOW)) {
                startCold(drill, instance, registry, illness);
                goOnWarm(drill, registry, illness);
                instance.kill();
            }
            instance.start();

            // Then
            Verdict verdict = drill.verdict(drill.feed().stop());
            System.err.println(verdict);
            verdict.requireWell();
            assertThat(verdict.refused()).isZero();
        }
    }

    /** It waits, and says for what. */
    private static void startCold(Drill drill, Instance instance, RegistryFront registry, Illness illness)
            throws Exception {
        registry.suffer(illness);
        drill.outputs().awaitNews();
        instance.start();
        eventually(
                MOST,
                "it says that it waits for the registry",
                () -> instance.process().says().contains("The schema registry does not answer"));
        TimeUnit.SECONDS.sleep(LASTS_S);
        assertThat(instance.process().isAlive()).as(instance.process().says()).isTrue();
        registry.suffer(Illness.NONE);
        long well = System.nanoTime();
        System.err.printf(
                "%s: back after %d ms%n",
                illness, Duration.ofNanos(drill.outputs().news(MOST) - well).toMillis());
        instance.process().awaitReady();
        System.err.println(instance.process().says());
    }

    /** What is known needs no registry. */
    private static void goOnWarm(Drill drill, RegistryFront registry, Illness illness) throws InterruptedException {
        registry.suffer(illness);
        TimeUnit.SECONDS.sleep(LASTS_S);
        drill.outputs().awaitNews();
        drill.outputs().news(Duration.ofSeconds(20));
        registry.suffer(Illness.NONE);
    }
}
