package dev.streamgauge.checks.mutants;

import dev.streamgauge.checks.Models;
import dev.streamgauge.checks.Trial;
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
import java.util.stream.LongStream;

/**
 * The hostile histories that each mutant must face, with the oracle's answers to all of them: the short ones first, which most do not survive. Each
 * arrives once: many histories show more than many arrivals of one.
 */
record Trials(List<Trial> trials) {

    static Trials of(long histories) {
        List<Long> seeds =
                LongStream.rangeClosed(1, (histories + 1) / 2).boxed().toList();
        try (Oracle oracle = Oracle.open()) {
            List<Trial> trials = new ArrayList<>(Trial.of("tiny history", seeds, Histories::tiny, oracle));
            trials.addAll(Trial.of("small history", seeds, Histories::small, oracle));
            trials.sort(Comparator.comparingInt(Trial::size));
            return new Trials(trials);
        }
    }

    /**
     * How the models show first that they are wrong; empty: they do not.
     *
     * @throws TimeoutException if they have not ended within the limit: their thread is interrupted and abandoned
     */
    Optional<String> caught(Models models, Duration limit)
            throws TimeoutException, ExecutionException, InterruptedException {
        FutureTask<Optional<String>> task = new FutureTask<>(() -> difference(models));
        Thread thread = new Thread(task, "mutant");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            thread.interrupt();
        }
    }

    private Optional<String> difference(Models models) {
        for (Trial trial : trials) {
            Optional<String> difference = answer(trial, models);
            if (difference.isPresent() || Thread.interrupted()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    /** A mutant that throws is caught as well; one that cannot be linked is a fault of the check. */
    private static Optional<String> answer(Trial trial, Models models) {
        try {
            return trial.difference(models, 1);
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.of("%s: it threw %s".formatted(trial, e));
        }
    }
}
