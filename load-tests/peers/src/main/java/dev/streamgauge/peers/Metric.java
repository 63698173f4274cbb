package dev.streamgauge.peers;

import java.util.Objects;
import java.util.function.Consumer;

/** What is aggregated. */
enum Metric {
    LEAD_TIME("lead-time"),
    MAIN_BUILDS("main-builds"),
    TIME_TO_GREEN("time-to-green");

    private final String text;

    Metric(String text) {
        this.text = text;
    }

    /**
     * Takes one contribution back and adds another, in as few changes as it takes.
     *
     * @param before null: it contributed nothing
     * @param after null: it contributes nothing any more
     */
    void move(String repository, Contribution before, Contribution after, Consumer<Tally> changes) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before != null && after != null && before.day() == after.day()) {
            changes.accept(change(repository, after.day(), 0, after.amount() - before.amount()));
            return;
        }
        if (before != null) {
            changes.accept(change(repository, before.day(), -1, -before.amount()));
        }
        if (after != null) {
            changes.accept(change(repository, after.day(), 1, after.amount()));
        }
    }

    private Tally change(String repository, long day, int count, long sum) {
        return Tally.of(Tally.key(text, repository, day), count, sum);
    }
}
