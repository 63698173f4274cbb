package dev.streamgauge.checks.performance;

/**
 * What it is like after so many minutes.
 *
 * @param sent events that have come in a second since the row before
 * @param greatest how far the processors were behind at most since then
 */
record HourRow(int minute, Look look, double sent, long greatest, Weight weight) {

    private static final double MB = 1e6;

    double liveMb() {
        return weight.live() / MB;
    }

    /** For a table of Markdown. */
    String text() {
        return "| %d | %,d | %,.1f | %,d | %,d | %.0f | %.0f | %.0f |%n"
                .formatted(
                        minute,
                        look.sample().done(),
                        sent,
                        look.behind(),
                        greatest,
                        weight.resident() / MB,
                        liveMb(),
                        weight.disk() / MB);
    }
}
