package dev.streamgauge.checks.performance;

import dev.streamgauge.checks.performance.Contender.Running;
import dev.streamgauge.checks.performance.RacePage.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Contenders drain a full backlog, one after the other and by turns, because a lone figure says more about the machine than about the code. */
public final class Race {

    private final Field field;
    private final long events;
    private final RacePage page;

    private Race(Field field, long events, RacePage page) {
        this.field = field;
        this.events = events;
        this.page = page;
    }

    /**
     * Runs it.
     *
     * @param arguments how many events, how many rounds, the page to write, those who take part (separated by commas), where the peers are,
     *     how many repositories
     */
    public static void main(String[] arguments) throws Exception {
        long events = Long.parseLong(arguments[0]);
        int repositories = Integer.parseInt(arguments[5]);
        try (Field field = new Field(Files.createTempDirectory("race"), repositories)) {
            field.fill(events);
            try (ThreeAggregates batch = ThreeAggregates.of(field.events())) {
                List<Contender> contenders =
                        new Contenders(field, batch.rows(), Path.of(arguments[4])).named(arguments[3].split(","));
                Race race = new Race(field, events, new RacePage(command(arguments), events, repositories));
                for (int round = 1; round <= Integer.parseInt(arguments[1]); round++) {
                    race.page.batch(round, batch.measured(events));
                    race.run(round, contenders);
                    Files.writeString(Path.of(arguments[2]), race.page.text());
                }
            }
        }
        System.exit(0);
    }

    private static String command(String... arguments) {
        return "mvn -pl load-tests/checks -am test -Prace -DskipTests -Drace.events=%s -Drace.rounds=%s -Drace.repositories=%s -Drace.who=%s -Drace.page=%s"
                .formatted(
                        arguments[0],
                        arguments[1],
                        arguments[5],
                        arguments[3],
                        "$PWD/load-tests/results/" + Path.of(arguments[2]).getFileName());
    }

    /** There and back: who comes later finds another machine. */
    private void run(int round, List<Contender> contenders) throws Exception {
        List<Contender> order = new ArrayList<>(contenders);
        if (round % 2 == 0) {
            Collections.reverse(order);
        }
        for (Contender contender : order) {
            run(contender, round);
        }
    }

    /** Whoever needs only some of the topics is measured by all events none the less. */
    private List<Sample> shares(List<Sample> samples, long read) {
        return samples.stream().map(sample -> sample.share(read, events)).toList();
    }

    private void run(Contender contender, int round) throws Exception {
        Tracker tracker = field.tracker(contender.reads());
        List<Sample> samples;
        long compared;
        long written;
        try (Running running = contender.start().begin(round)) {
            long before = Written.byContenders(field.admin());
            samples = tracker.follow(running, field.brokerPid());
            written = Written.byContenders(field.admin()) - before;
            compared = contender.verdict().compared(round, events);
        }
        try {
            Steady steady = Steady.of(shares(samples, tracker.total()), events);
            System.err.println(
                    "%s: %s, compared %,d, wrote %,d".formatted(contender.name(), steady, compared, written));
            page.add(round, contender, steady, new Result(compared, written));
        } catch (IllegalArgumentException e) {
            System.err.println(contender.name() + ": " + e.getMessage()); // It was right, and has no figure.
        }
    }
}
