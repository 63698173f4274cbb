package dev.streamgauge.checks.performance;

import dev.streamgauge.checks.performance.Contender.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** How much memory and disk the processors take while events come at a steady rate for a long time. */
public final class AnHour {

    private static final int SPARE = 60;

    private final Field field;
    private final Rate rate;
    private final HourPage page;
    private final Programme programme;

    private AnHour(Field field, Rate rate, HourPage page) {
        this.field = field;
        this.rate = rate;
        this.page = page;
        this.programme = new Programme(field);
    }

    /**
     * Measures it.
     *
     * @param arguments the page to write, events a second, how many minutes, a row every so many of them
     */
    public static void main(String[] arguments) throws Exception {
        Rate rate = new Rate(Integer.parseInt(arguments[1]));
        HourPage page = new HourPage(rate, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        try (Field field = new Field(Files.createTempDirectory("hour"))) {
            new AnHour(field, rate, page).measure();
        }
        Files.writeString(Path.of(arguments[0]), page.text());
        System.exit(0);
    }

    private void measure() throws Exception {
        Probes probes = new Probes(rate.probeEveryNs(), Instant.now());
        programme.write(rate, probes, page.minutes() * 60 + SPARE);
        try (Stream<ProducerRecord<byte[], byte[]>> messages = programme.messages();
                Running running = Contenders.processors(field, Contenders.AS_SERVED)
                        .start()
                        .begin(1);
                Pace pace = new Pace(field, messages.iterator(), rate.everyNs())) {
            pace.begin(probes);
            Look last = watch(running, pace);
            if (!rate.isTooMuch(last.behind())) {
                page.compared(programme.verify(running, pace.end()));
            }
        }
    }

    /** For as long as it takes; the last look. */
    private Look watch(Running running, Pace pace) throws Exception {
        Look last = Look.at(field, running);
        long begun = last.sample().nanos();
        for (int minute = page.every(); minute <= page.minutes(); minute += page.every()) {
            long greatest = greatestBehind(running, begun + TimeUnit.MINUTES.toNanos(minute));
            pace.requireBusy();
            Look now = Look.at(field, running);
            Weight weight = Weight.of(running.process().pid(), field.state());
            page.add(new HourRow(minute, now, now.sentPerSecond(last), Math.max(greatest, now.behind()), weight));
            last = now;
        }
        return last;
    }

    /** Looks each second until then. */
    private long greatestBehind(Running running, long until) throws ExecutionException, InterruptedException {
        long greatest = 0;
        while (System.nanoTime() < until) {
            TimeUnit.SECONDS.sleep(1);
            greatest = Math.max(greatest, Look.at(field, running).behind());
        }
        return greatest;
    }
}
