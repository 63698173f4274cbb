package dev.streamgauge.checks.state;

import dev.streamgauge.generator.GeneratorConfig;
import dev.streamgauge.processors.forgetting.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How much the state holds while a year passes in a large organisation. */
public final class StateReport {

    static final Duration FORGET_AFTER = Duration.ofDays(60);

    /** So that a thousand repositories tell of about a million events in a year. */
    static final double CHANGES_PER_DAY = 0.02;

    private StateReport() {}

    /**
     * Writes it.
     *
     * @param arguments how many repositories; the page to write
     */
    public static void main(String[] arguments) throws IOException {
        int repositories = Integer.parseInt(arguments[0]);
        GeneratorConfig organisation =
                GeneratorConfig.of(1).withRepositories(repositories).withChangesPerDay(CHANGES_PER_DAY);
        List<Month> months = new ArrayList<>();
        long start = System.nanoTime();
        Year year = new Year(new Memory(FORGET_AFTER), WeighedTables::weigh, month -> {
            months.add(month);
            System.err.printf("month %d: %d events, %s%n", month.number(), month.events(), month.all());
        });
        year.pass(organisation);
        String page = StatePage.of(repositories, months, Duration.ofNanos(System.nanoTime() - start));
        Files.writeString(Path.of(arguments[1]), page);
    }
}
