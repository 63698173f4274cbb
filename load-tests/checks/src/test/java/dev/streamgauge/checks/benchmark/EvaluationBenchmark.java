package dev.streamgauge.checks.benchmark;

import com.sun.management.OperatingSystemMXBean;
import dev.streamgauge.alerts.v1.Queue;
import dev.streamgauge.processors.watch.WatchSettings;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import dev.streamgauge.standalone.cli.TopicReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What does it cost to evaluate all rules every ten seconds while something waits in every queue? The whole process, broker included, is
 * idle but for that; it is measured with evaluation on and off, by turns, and the difference counts.
 */
public final class EvaluationBenchmark {

    private static final int ROUNDS = Integer.getInteger("streamgauge.benchmark.rounds", 3);
    private static final Duration MEASURED =
            Duration.ofSeconds(Integer.getInteger("streamgauge.benchmark.seconds", 60));

    /** What a start brings (compilation, the first look, files that are merged) is over by then. */
    private static final Duration WARM_UP = Duration.ofSeconds(40);

    private static final WatchSettings ON = WatchSettings.DEFAULT;
    private static final WatchSettings OFF =
            new WatchSettings(Duration.ofDays(1), ON.refresh(), ON.history(), ON.settle(), ON.expiry());

    private EvaluationBenchmark() {}

    /**
     * Runs it.
     *
     * @param arguments how many repositories; the page to write, or nothing
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int repositories = Integer.parseInt(arguments[0]);
        try (Platform platform = Platform.start(PlatformConfig.temporary())) {
            new Backlog(platform).write(new BackedUp(Instant.now()).events(repositories));
            List<EvaluationPage.Turn> turns = new ArrayList<>();
            for (int round = 1; round <= ROUNDS; round++) {
                turns.add(new EvaluationPage.Turn(share(platform, ON), share(platform, OFF)));
                System.err.println(turns.get(turns.size() - 1));
            }
            Map<String, Long> waiting = queuesNotEmpty(platform);
            if (waiting.size() < BackedUp.QUEUES_EACH
                    || waiting.values().stream().anyMatch(n -> n != repositories)) {
                throw new IllegalStateException(
                        "Not in every queue of every repository something waits, but " + waiting);
            }
            String page = EvaluationPage.of(repositories, (long) repositories * BackedUp.QUEUES_EACH, turns);
            System.out.println(page);
            if (arguments.length > 1) {
                Files.writeString(Path.of(arguments[1]), page);
            }
        }
    }

    /** How much of a core the process takes. */
    private static double share(Platform platform, WatchSettings settings) throws InterruptedException {
        try (ProcessorsRun run = new ProcessorsRun(platform, 1, settings)) {
            run.drain();
            TimeUnit.MILLISECONDS.sleep(WARM_UP.toMillis());
            OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            long cpu = system.getProcessCpuTime();
            long begin = System.nanoTime();
            TimeUnit.MILLISECONDS.sleep(MEASURED.toMillis());
            return (system.getProcessCpuTime() - cpu) / (double) (System.nanoTime() - begin);
        }
    }

    /** In how many repositories something waits, by queue. */
    private static Map<String, Long> queuesNotEmpty(Platform platform) {
        return new TopicReader(platform.clientConfig(), Backlog.PREFIX)
                .latest(Topics.QUEUES).values().stream()
                        .filter(queue -> queue.getScope().equals("repository"))
                        .filter(queue -> queue.getLabel().equals("*"))
                        .filter(queue -> queue.getDepth() > 0)
                        .collect(Collectors.groupingBy(Queue::getQueue, TreeMap::new, Collectors.counting()));
    }
}
