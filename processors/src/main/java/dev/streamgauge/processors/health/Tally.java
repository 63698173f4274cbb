package dev.streamgauge.processors.health;

/** How many builds there were in a part of the walk, and how many of them failed. */
public record Tally(int failures, int attempts) {

    static final Tally NONE = new Tally(0, 0);

    /** With a step so many times more; a negative number takes it back. */
    Tally plus(Step step, int times) {
        return new Tally(failures + (step.green() ? 0 : times), attempts + times);
    }

    Tally plus(Tally other) {
        return new Tally(failures + other.failures, attempts + other.attempts);
    }

    Tally minus(Tally other) {
        return new Tally(failures - other.failures, attempts - other.attempts);
    }
}
