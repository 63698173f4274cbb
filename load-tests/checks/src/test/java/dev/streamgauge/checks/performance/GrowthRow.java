package dev.streamgauge.checks.performance;

/**
 * What came of so many open changes.
 *
 * @param open how many of them
 * @param repositories in how many repositories
 * @param steady what an event costs
 * @param written records for each event, with the markers of transactions
 * @param state of the open changes, on the disk, bytes
 * @param compared how many results were held against the oracle; 0: none, they are too many
 */
record GrowthRow(int open, int repositories, Steady steady, double written, double state, long compared) {

    private static final double MB = 1e6;

    /**
     * As a row of the page.
     *
     * @param first what an event costs with the fewest open changes in as many repositories
     */
    String text(double first) {
        return "| %,d | %,d | %.1f | %.2f | %.1f | %.1f | %,.0f | %.1f | %,.0f | %,.0f | %s |%n"
                .formatted(
                        open,
                        repositories,
                        steady.cpu(),
                        steady.cpu() / first,
                        steady.own(),
                        steady.broker(),
                        steady.perSecond(),
                        written,
                        state / MB,
                        state / open,
                        compared == 0 ? "" : "%,d".formatted(compared));
    }
}
