package dev.streamgauge.checks.performance;

import dev.streamgauge.checks.performance.Contender.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** How long it takes from an event to the aggregate that has it, while events come at a steady rate. */
public final class Latency {

    static final int WARM_UP = 180;
    static final int MINUTES = 3;

    /** How long after these minutes it is looked which of their probes still wait. */
    static final int PATIENCE = 5;

    private static final int SPARE = 5;
    private static final int SECONDS = WARM_UP + MINUTES * 60 + PATIENCE + SPARE;

    private final Field field;
    private final Rate rate;
    private final Probes probes;
    private final Programme programme;

    private Latency(Field field, Rate rate) {
        this.field = field;
        this.rate = rate;
        this.probes = new Probes(rate.probeEveryNs(), Instant.now());
        this.programme = new Programme(field);
    }

    /**
     * Measures it.
     *
     * @param arguments the page to write; events a second, for each run
     */
    public static void main(String[] arguments) throws Exception {
        LatencyPage page = new LatencyPage();
        for (int run = 1; run < arguments.length; run++) {
            try (Field field = new Field(Files.createTempDirectory("latency"))) {
                page.add(new Latency(field, new Rate(Integer.parseInt(arguments[run]))).measure());
            }
            Files.writeString(Path.of(arguments[0]), page.text());
        }
        System.exit(0);
    }

    private LatencyRun measure() throws Exception {
        List<ProducerRecord<byte[], byte[]>> messages = messages();
        try (Running running = Contenders.processors(field, Contenders.AS_SERVED)
                        .start()
                        .begin(1);
                Watcher watcher = new Watcher(field, probes);
                Pace pace = new Pace(field, messages.iterator(), rate.everyNs())) {
            watcher.begin();
            pace.begin(probes);
            LatencyRun run = watch(running);
            pace.requireBusy();
            running.requireAlive();
            return run.isTooMuch() ? run : run.compared(programme.verify(running, pace.end()));
        }
    }

    private LatencyRun watch(Running running) throws Exception {
        TimeUnit.SECONDS.sleep(WARM_UP);
        Look first = Look.at(field, running);
        TimeUnit.MINUTES.sleep(MINUTES);
        Look last = Look.at(field, running);
        TimeUnit.SECONDS.sleep(PATIENCE);
        long now = System.nanoTime();
        long from = first.sample().nanos();
        return new LatencyRun(
                rate,
                first,
                last,
                Minutes.of(from, MINUTES, (begin, end) -> probes.repositories(begin, end, now)),
                Minutes.of(from, MINUTES, (begin, end) -> probes.organisation(begin, end, now)),
                0);
    }

    /** They are encoded before, so that the sender costs little. */
    private List<ProducerRecord<byte[], byte[]>> messages() throws IOException {
        programme.write(rate, probes, SECONDS);
        try (Stream<ProducerRecord<byte[], byte[]>> messages = programme.messages()) {
            return messages.toList();
        }
    }
}
