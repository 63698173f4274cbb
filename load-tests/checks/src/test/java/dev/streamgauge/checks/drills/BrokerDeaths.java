package dev.streamgauge.checks.drills;

import dev.streamgauge.standalone.testkit.cluster.OwnProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Brokers that drop dead one after the other, and come back. */
final class BrokerDeaths {

    private final Ground ground;
    private final Drill drill;

    BrokerDeaths(Ground ground, Drill drill) {
        this.ground = ground;
        this.drill = drill;
    }

    /** Kills each of the nodes in turn, so many times in all. */
    Recoveries run(int kills, int nodes) throws IOException, InterruptedException {
        List<Duration> recoveries = new ArrayList<>();
        for (int kill = 0; kill < kills; kill++) {
            recoveries.add(ofNode(1 + kill % nodes));
            System.err.printf(
                    "broker %d of %d: back after %d ms%n",
                    kill + 1, kills, recoveries.get(kill).toMillis());
        }
        return new Recoveries(recoveries);
    }

    /** Kills one and starts it again; ends when all brokers are there, and results are seen. */
    Duration ofNode(int id) throws IOException, InterruptedException {
        OwnProcess node = ground.brokers().node(id);
        Duration outage = drill.outage(() -> {
            node.kill();
            node.start();
        });
        ground.brokers().awaitAll();
        drill.awaitResults();
        return outage;
    }
}
