package dev.streamgauge.checks.performance;

import dev.streamgauge.checks.performance.Contender.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Contenders drain a full backlog, one after the other and by turns, because a lone figure says more about the machine than about the code. */
public final class Race {

    private final Field field;
    private final RacePage page;

    private Race(Field field, RacePage page) {
        this.field = field;
        this.page = page;
    }

    /**
     * Runs it.
     *
     * @param arguments how many events, how many rounds, the page to write, those who take part (separated by commas, all if empty), where the peers are,
     *     how many repositories
     */
    public static void main(String[] arguments) throws Exception {
        long events = Long.parseLong(arguments[0]);
        int repositories = Integer.parseInt(arguments[5]);
        try (Field field = new Field(Files.createTempDirectory("race"), repositories)) {
            field.fill(events);
            try (ThreeAggregates batch = ThreeAggregates.of(field.events())) {
                List<Contender> contenders =
                        new Contenders(field, batch.rows(), Path.of(arguments[4])).named(arguments[3]);
                Race race = new Race(field, new RacePage(command(arguments), events, repositories));
                for (int round = 1; round <= Integer.parseInt(arguments[1]); round++) {
                    race.page.batch(batch.measured(events));
                    for (Contender contender : contenders) {
                        race.run(contender, round);
                    }
                    Files.writeString(Path.of(arguments[2]), race.page.text());
                }
            }
        }
        System.exit(0);
    }

    private static String command(String... arguments) {
        return "mvn -pl load-tests/checks -am test -Prace -DskipTests -Drace.events=%s -Drace.rounds=%s -Drace.repositories=%s%s"
                .formatted(
                        arguments[0],
                        arguments[1],
                        arguments[5],
                        arguments[3].isEmpty() ? "" : " -Drace.who=" + arguments[3]);
    }

    private void run(Contender contender, int round) throws Exception {
        Tracker tracker = field.tracker(contender.reads());
        List<Sample> samples;
        long compared;
        try (Running running = contender.start().begin(round)) {
            samples = tracker.follow(running, field.brokerPid());
            compared = contender.verdict().compared(round);
        }
        try {
            Steady steady = Steady.of(samples, tracker.total());
            System.err.println("%s: %s, compared %,d".formatted(contender.name(), steady, compared));
            page.add(contender, steady, compared);
        } catch (IllegalArgumentException e) {
            System.err.println(contender.name() + ": " + e.getMessage()); // It was right, and has no figure.
        }
    }
}
