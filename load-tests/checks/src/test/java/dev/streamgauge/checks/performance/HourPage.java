package dev.streamgauge.checks.performance;

/** What was measured of processors that work for a long time. */
final class HourPage {

    private final Rate rate;
    private final int minutes;
    private final int every;
    private final StringBuilder rows = new StringBuilder();
    private final Plot plot = new Plot("What lives in the heap of the processors", "minutes", "MB");
    private long compared;

    /**
     * Without a row as yet.
     *
     * @param every a row after so many minutes
     */
    HourPage(Rate rate, int minutes, int every) {
        this.rate = rate;
        this.minutes = minutes;
        this.every = every;
    }

    int minutes() {
        return minutes;
    }

    int every() {
        return every;
    }

    void add(HourRow row) {
        plot.add(row.minute(), row.liveMb());
        System.err.print(row.text());
        rows.append(row.text());
    }

    /** So many results are those of the oracle. */
    void compared(long results) {
        compared = results;
    }

    private String verdict() {
        return compared == 0
                ? "The processors were more than ten seconds of events behind at the end: no result was compared."
                : "Then nothing more was sent, the processors came to the end of what there was, and %,d of their results were held against the batch oracle's: all are the same."
                        .formatted(compared);
    }

    /** In Markdown. */
    String text() {
        return """
                # An hour at a steady rate

                `mvn -pl load-tests/checks -am test -Phour -DskipTests -Dhour.rate=%d -Dhour.minutes=%d -Dhour.every=%d`

                %s. %,d events come each second, most of %d simulated repositories, and one in twenty (but no more than fifty a second) of others that have nothing but builds; nothing is forgotten (`forget.after` is not set). *Sent/s* is what has come into the topics since the row before. *Behind* says how many events were not committed; it was looked each second, and *at most* is the greatest since the row before, that from the start of the processes in the first row.

                *Memory* is what Linux holds of the process for the processors, whose JVM has `-Xmx%s %s`. *Live* is what is used of its heap after a full collection, which is forced for this row (`jcmd <pid> GC.run`) after the other figures were taken; nobody forces one between the rows. It stops the processors, and what they fall behind by that counts in the next row. *Disk* is the directory of their state.

                | minutes | events | sent/s | behind | at most | memory, MB | live, MB | disk, MB |
                |---|---|---|---|---|---|---|---|
                %s
                %s
                """.formatted(
                                rate.perSecond(),
                                minutes,
                                every,
                                Machine.today(),
                                rate.perSecond(),
                                Field.REPOSITORIES,
                                Contenders.AS_SERVED.heap(),
                                String.join(" ", Contenders.AS_SERVED.flags()),
                                rows,
                                verdict())
                + plot.text();
    }
}
