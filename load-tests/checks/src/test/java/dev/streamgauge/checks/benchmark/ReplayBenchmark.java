package dev.streamgauge.checks.benchmark;

import dev.streamgauge.standalone.Platform;
import dev.streamgauge.standalone.PlatformConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How much slower than reading and decoding is everything that the processors do? Both go over the same topics in the same process, by turns,
 * because a lone time says more about the machine than about the code.
 */
public final class ReplayBenchmark {

    private static final int ROUNDS = Integer.getInteger("streamgauge.benchmark.rounds", 2);

    private ReplayBenchmark() {}

    /**
     * Runs it.
     *
     * @param arguments how many events; the page to write, or nothing
     */
    public static void main(String[] arguments) throws IOException {
        long events = Long.parseLong(arguments[0]);
        ResultPage page = new ResultPage(events);
        try (Platform platform = Platform.start(PlatformConfig.temporary())) {
            Backlog backlog = new Backlog(platform);
            long[] bytes = new long[1];
            Measured.of("writing (not compared)", () -> {
                bytes[0] = backlog.fill(events);
                return events;
            });
            BareConsumer consumer = new BareConsumer(platform);
            Measured.of("consumer, warm-up", consumer::read);
            List<Measured> bare = new ArrayList<>();
            List<Measured> processors = new ArrayList<>();
            for (int round = 1; round <= ROUNDS; round++) {
                bare.add(Measured.of("bare consumer " + round, consumer::read));
                try (ProcessorsRun run = new ProcessorsRun(platform, round)) {
                    processors.add(Measured.of("processors " + round, run::drain));
                }
            }
            String text = page.of(bare, processors, bytes[0]);
            System.out.println(text);
            if (arguments.length > 1) {
                Files.writeString(Path.of(arguments[1]), text);
            }
        }
    }
}
