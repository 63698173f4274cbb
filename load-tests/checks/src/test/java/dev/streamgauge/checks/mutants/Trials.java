package dev.streamgauge.checks.mutants;

import dev.streamgauge.checks.Trial;
import dev.streamgauge.checks.alerts.AlertTrial;
import dev.streamgauge.checks.alerts.Clocks;
import dev.streamgauge.generator.Histories;
import dev.streamgauge.oracle.Oracle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * The hostile histories that each mutant must face, with the oracle's answers to all of them: the short ones first, which most do not survive. Each
 * arrives once: many histories show more than many arrivals of one. Mutants of what alerts face fewer, since a wall clock has to pass over each.
 */
record Trials(List<Trial> trials, List<AlertTrial> ofAlerts) {

    private static final int HISTORIES_PER_ALERTS = 8;

    static Trials of(long histories) {
        List<Long> seeds = upTo((histories + 1) / 2);
        try (Oracle oracle = Oracle.open()) {
            List<Trial> trials = new ArrayList<>(Trial.of("tiny history", seeds, Histories::tiny, oracle));
            trials.addAll(Trial.of("small history", seeds, Histories::small, oracle));
            trials.sort(Comparator.comparingInt(Trial::size));
            return new Trials(trials, ofAlerts(upTo(histories / HISTORIES_PER_ALERTS)));
        }
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static List<AlertTrial> ofAlerts(List<Long> seeds) {
        List<AlertTrial> trials = new ArrayList<>(AlertTrial.hostile(Clocks.WEEKS, seeds));
        trials.sort(Comparator.comparingInt(trial -> trial.arrivals().size()));
        return trials;
    }

    /**
     * How classes show first that they are wrong; empty: they do not.
     *
     * @param alerts whether alerts are looked at, instead of facts and aggregates
     * @throws TimeoutException if they have not ended within the limit: their thread is interrupted and abandoned
     */
    Optional<String> caught(MutantLoader classes, boolean alerts, Duration limit)
            throws TimeoutException, ExecutionException, InterruptedException {
        FutureTask<Optional<String>> task =
                new FutureTask<>(() -> alerts ? differenceOfAlerts(classes) : difference(classes));
        Thread thread = new Thread(task, "mutant");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            thread.interrupt();
        }
    }

    private Optional<String> difference(MutantLoader classes) {
        return first(trials, trial -> trial.difference(classes.models(), 1));
    }

    private Optional<String> differenceOfAlerts(MutantLoader classes) {
        return first(ofAlerts, trial -> trial.difference(classes.watchers()));
    }

    private static <T> Optional<String> first(List<T> trials, Function<T, Optional<String>> asked) {
        for (T trial : trials) {
            Optional<String> difference = answer(trial, asked);
            if (difference.isPresent() || Thread.interrupted()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    /** A mutant that throws is caught as well; one that cannot be linked is a fault of the check. */
    private static <T> Optional<String> answer(T trial, Function<T, Optional<String>> asked) {
        try {
            return asked.apply(trial);
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.of("%s: it threw %s".formatted(trial, e));
        }
    }
}
