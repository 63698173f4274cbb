package dev.streamgauge.checks.drills;

import dev.streamgauge.standalone.testkit.cluster.OwnProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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

    /** Kills all at once, so many times. */
    Recoveries ofAll(int kills, int nodes) throws IOException, InterruptedException {
        List<Duration> recoveries = new ArrayList<>();
        for (int kill = 0; kill < kills; kill++) {
            recoveries.add(outage(IntStream.rangeClosed(1, nodes)
                    .mapToObj(ground.brokers()::node)
                    .toList()));
        }
        return new Recoveries(recoveries);
    }

    /** Kills one and starts it again; ends when all brokers are there, and results are seen. */
    Duration ofNode(int id) throws IOException, InterruptedException {
        return outage(List.of(ground.brokers().node(id)));
    }

    private Duration outage(List<OwnProcess> nodes) throws IOException, InterruptedException {
        Duration outage = drill.outage(() -> {
            nodes.forEach(OwnProcess::kill);
            nodes.forEach(OwnProcess::start);
        });
        ground.brokers().awaitAll();
        drill.awaitResults();
        return outage;
    }
}
