package dev.streamgauge.checks.histories;

import dev.streamgauge.checks.Seeds;
import dev.streamgauge.checks.Streamed;
import dev.streamgauge.checks.Trial;
import dev.streamgauge.generator.Histories;
import dev.streamgauge.oracle.Oracle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecord;

/** Thousands of hostile histories, shuffled and doubled, against the oracle; every difference is listed. */
public final class HistoriesReport {

    private final Oracle oracle;
    private final List<String> differences = new ArrayList<>();
    private long histories;
    private long events;

    private HistoriesReport(Oracle oracle) {
        this.oracle = oracle;
    }

    /**
     * Runs it; fails with exit code 1 if there is a difference.
     *
     * @param arguments how many histories in all, half of them small and half of them tiny; the first seed; the page to write
     */
    public static void main(String[] arguments) throws IOException {
        long count = Long.parseLong(arguments[0]);
        long first = Long.parseLong(arguments[1]);
        long start = System.nanoTime();
        try (Oracle oracle = Oracle.open()) {
            HistoriesReport report = new HistoriesReport(oracle);
            report.tryAll("small history", first, count / 2, Histories::small);
            report.tryAll("tiny history", first, count - count / 2, Histories::tiny);
            Files.writeString(Path.of(arguments[2]), report.page(first, Duration.ofNanos(System.nanoTime() - start)));
            report.differences.forEach(System.err::println);
            System.exit(report.differences.isEmpty() ? 0 : 1);
        }
    }

    private void tryAll(
            String kind, long first, long count, LongFunction<? extends List<? extends SpecificRecord>> drawn) {
        Seeds.blocks(LongStream.range(first, first + count)).forEach(seeds -> {
            Trial.of(kind, seeds, drawn, oracle).forEach(this::add);
            System.err.printf(
                    "%s %d: %d histories, %d differences%n", kind, seeds.get(0), histories, differences.size());
        });
    }

    private void add(Trial trial) {
        histories++;
        events += trial.size();
        Optional<String> difference = trial.difference(new Streamed(), 1);
        difference.ifPresent(differences::add);
    }

    private String page(long first, Duration took) {
        return String.format(
                Locale.ROOT,
                """
                # Hostile histories: the stream against the batch

                `mvn -pl load-tests/checks -am test -Phistories -DskipTests`

                %s; %,d histories (half of them small, half tiny; seeds from %d) of %,d events in all, each arriving shuffled, with repetitions, and cut into commits at random;
                every field of every fact and aggregate compared with the SQL oracle. %d minutes.

                **%,d histories differ.**
                %s""",
                LocalDate.now(ZoneOffset.UTC),
                histories,
                first,
                events,
                took.toMinutes(),
                differences.size(),
                String.join("\n", differences));
    }
}
