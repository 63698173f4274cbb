package dev.streamgauge.checks.drills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The directory of the state is harmed while processors are down. {@code -Ddrill.state=all} has every harm. */
@ExtendWith(SharedGround.class)
@Execution(ExecutionMode.CONCURRENT) // in places of their own, where they mostly wait
class BrokenStateTest {

    private static final List<StateHarm> HARMS = harms(System.getProperty("drill.state", "BITS_FLIPPED,CURRENT_GONE"));
    private static final Duration MOST = Duration.ofMinutes(2);
    private static final long WORKS_S = 2;

    @Test
    void stateThatIsHarmedIsReadAgain(Ground ground) throws Exception {
        // Given
        try (Drill drill = new Drill(ground, "state")) {
            Instance instance = drill.instance("one").start();
            drill.outputs().awaitNews();
            drill.feed().at(100);
            drill.outputs().news(MOST);

            // When
            List<Duration> times = new ArrayList<>();
            for (StateHarm harm : HARMS) {
                times.add(suffer(instance, harm, drill));
                System.err.printf(
                        "%s: back after %d ms, saying%n%s%n",
                        harm,
                        times.get(times.size() - 1).toMillis(),
                        instance.process().says());
            }

            // Then
            System.err.println(new Recoveries(times));
            Verdict verdict = drill.verdict(drill.feed().stop());
            System.err.println(verdict);
            verdict.requireWell();
        }
    }

    private static List<StateHarm> harms(String names) {
        return names.equals("all")
                ? List.of(StateHarm.values())
                : Stream.of(names.split(",")).map(StateHarm::valueOf).toList();
    }

    /** From the start to the first new result. */
    private static Duration suffer(Instance instance, StateHarm harm, Drill drill) throws Exception {
        TimeUnit.SECONDS.sleep(WORKS_S);
        instance.process().terminate();
        harm.doTo(instance.state());
        TimeUnit.MILLISECONDS.sleep(400);
        drill.outputs().awaitNews();
        long started = System.nanoTime();
        instance.start();
        return Duration.ofNanos(drill.news(MOST) - started);
    }
}
