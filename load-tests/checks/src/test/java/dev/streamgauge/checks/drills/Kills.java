package dev.streamgauge.checks.drills;

import dev.streamgauge.generator.draw.Dice;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Kills processors again and again, some time after their results are seen again. */
final class Kills {

    private static final int LEAST_WORK_MS = 300;
    private static final int MORE_WORK_MS = 2_200;

    private final Drill drill;
    private final Instance instance;
    private final Dice dice = new Dice(11);

    Kills(Drill drill, Instance instance) {
        this.drill = drill;
        this.instance = instance;
    }

    /** Waits for the first results, then kills so many times; ends when results are seen again. */
    Recoveries run(int kills) throws IOException, InterruptedException {
        drill.awaitResults();
        List<Duration> recoveries = new ArrayList<>();
        for (int kill = 0; kill < kills; kill++) {
            TimeUnit.MILLISECONDS.sleep(LEAST_WORK_MS + dice.below(MORE_WORK_MS));
            recoveries.add(once());
            System.err.printf(
                    "kill %d of %d: back after %d ms%n",
                    kill + 1, kills, recoveries.get(kill).toMillis());
        }
        return new Recoveries(recoveries);
    }

    private Duration once() throws IOException, InterruptedException {
        return drill.outage(() -> {
            instance.kill();
            instance.start();
        });
    }
}
