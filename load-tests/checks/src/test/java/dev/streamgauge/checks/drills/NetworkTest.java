package dev.streamgauge.checks.drills;

import dev.streamgauge.checks.drills.Cable.Damage;
import dev.streamgauge.standalone.testkit.ServeFile;
import dev.streamgauge.standalone.testkit.cluster.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The network between processors and brokers is cut and damaged. {@code -Ddrill.network=3} has each kind of damage three times instead
 * of one cut.
 */
@ExtendWith(SharedGround.class)
@Execution(ExecutionMode.CONCURRENT) // in places of their own, where they mostly wait
class NetworkTest {

    private static final int TIMES = Integer.getInteger("drill.network", 0);
    private static final int LASTS_S = 20;
    private static final int BETWEEN_S = 3;
    private static final Duration MOST = Duration.ofMinutes(3);

    @Test
    void damagedCablesLoseNothingAndCountNothingTwice(Ground ground) throws Exception {
        // Given
        try (Cable cable = new Cable(
                        ground.cluster().proxies().get(0),
                        ground.cluster().behindProxies().get(0));
                Drill drill = new Drill(ground, "network")) {
            Cluster cluster = ground.cluster();
            Instance instance = drill.instance(
                            "one",
                            new ServeFile(
                                    cluster.proxiedServers(), ground.registry().url(), drill.prefix()))
                    .start();
            drill.feed().at(60);
            drill.outputs().awaitNews();
            drill.outputs().news(MOST);

            // When
            List<Duration> times = new ArrayList<>();
            for (Damage damage : damages()) {
                times.add(suffer(cable, damage, drill));
                System.err.printf(
                        "%s: back after %d ms%n",
                        damage, times.get(times.size() - 1).toMillis());
            }

            // Then
            System.err.println(new Recoveries(times));
            Verdict verdict = drill.verdict(drill.feed().stop());
            System.err.println(verdict);
            System.err.println(instance.process().says());
            verdict.requireWell();
        }
    }

    private static List<Damage> damages() {
        return TIMES == 0
                ? List.of(Damage.CUT)
                : Stream.of(Damage.values())
                        .filter(damage -> damage != Damage.NONE)
                        .flatMap(damage -> Stream.generate(() -> damage).limit(TIMES))
                        .toList();
    }

    /** From the mending of the cable to the first new result. */
    private static Duration suffer(Cable cable, Damage damage, Drill drill) throws InterruptedException {
        TimeUnit.SECONDS.sleep(BETWEEN_S);
        cable.suffer(damage);
        TimeUnit.SECONDS.sleep(LASTS_S);
        long mended = System.nanoTime();
        drill.outputs().awaitNews();
        cable.suffer(Damage.NONE);
        return Duration.ofNanos(drill.outputs().news(MOST) - mended);
    }
}
