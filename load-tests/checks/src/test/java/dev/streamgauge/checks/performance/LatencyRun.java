package dev.streamgauge.checks.performance;

/**
 * What one rate has led to.
 *
 * @param first at the beginning of the minutes that count
 * @param last at their end
 * @param repositories how long it took into the aggregates of repositories
 * @param organisation how long into that of their organisation
 * @param compared how many results were held against the oracle's; 0: none, as it was too much
 */
record LatencyRun(Rate rate, Look first, Look last, Minutes repositories, Minutes organisation, long compared) {

    boolean isTooMuch() {
        return rate.isTooMuch(last.behind());
    }

    /** The same after results were compared. */
    LatencyRun compared(long results) {
        return new LatencyRun(rate, first, last, repositories, organisation, results);
    }

    /** Of processors and broker, in microseconds for each event. */
    double cpu() {
        return last.sample().cpuSince(first.sample());
    }
}
