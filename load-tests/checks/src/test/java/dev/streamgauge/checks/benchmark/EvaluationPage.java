package dev.streamgauge.checks.benchmark;

import dev.streamgauge.processors.rules.RuleSet;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The cost of evaluation as a page for {@code load-tests/results}. */
final class EvaluationPage {

    /** What the process takes of a core, with evaluation on and off. */
    record Turn(double on, double off) {

        double difference() {
            return on - off;
        }
    }

    private EvaluationPage() {}

    static String of(int repositories, long queues, List<Turn> turns) {
        double median = turns.stream()
                .map(Turn::difference)
                .sorted()
                .skip(turns.size() / 2)
                .findFirst()
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                """
                # What it costs to evaluate the rules

                `mvn -pl load-tests/checks -am test -Pevaluation-benchmark -DskipTests -Devaluation.repositories=%d`

                %s; %d cores, Java %s, load average %.1f. Broker, registry and processors share one process, in which nothing else happens:
                %,d repositories, in which two items wait in each of eight queues (%,d queues that are not empty, with those of their labels and
                those of the organisation beside them), and the %d rules that ship, each ten seconds. With evaluation off the same processors are looked at once a day.
                CPU of the whole process in a minute, as a share of one core.

                | evaluation on | off | difference |
                |---|---|---|
                %s
                Median of the differences: **%.1f %% of a core**.
                """,
                repositories,
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                repositories,
                queues,
                RuleSet.shipped().rules().size(),
                turns.stream().map(EvaluationPage::row).collect(Collectors.joining()),
                100 * median);
    }

    private static String row(Turn turn) {
        return String.format(
                Locale.ROOT,
                "| %.1f %% | %.1f %% | %.1f %% |%n",
                100 * turn.on(),
                100 * turn.off(),
                100 * turn.difference());
    }
}
