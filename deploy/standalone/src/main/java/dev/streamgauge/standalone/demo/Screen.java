package dev.streamgauge.standalone.demo;

import dev.streamgauge.aggregates.v1.LeadTime;
import dev.streamgauge.aggregates.v1.MainBranch;
import dev.streamgauge.standalone.cli.TableWriter;
import dev.streamgauge.standalone.report.Durations;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/** Draws the board: in place on a terminal, else a line now and then. */
final class Screen {

    private static final int REPOSITORIES = 16;
    private static final Duration DRAW_EVERY = Duration.ofMillis(500);
    private static final Duration LINE_EVERY = Duration.ofSeconds(5);
    private static final String HOME = "\u001b[H";
    private static final String CLEAR = "\u001b[2J";
    private static final String CLEAR_REST = "\u001b[J";

    private final Board board;
    private final Feed feed;
    private final PrintWriter out;
    private final boolean terminal = Boolean.getBoolean("streamgauge.terminal.out");
    private long drawn;

    Screen(Board board, Feed feed, PrintWriter out) {
        this.board = board;
        this.feed = feed;
        this.out = out;
    }

    void draw() {
        Duration every = terminal ? DRAW_EVERY : LINE_EVERY;
        if (drawn != 0 && System.nanoTime() - drawn < every.toNanos()) {
            return;
        }
        if (terminal) {
            out.print(drawn == 0 ? CLEAR + HOME : HOME);
            out.print((title() + "\n\n" + table()).replace("\n", "\u001b[K\n"));
            out.print(CLEAR_REST);
        } else {
            out.println(title());
        }
        out.flush();
        drawn = System.nanoTime();
    }

    void leave() {
        out.println();
        out.flush();
    }

    private String title() {
        long red = board.busiest(Integer.MAX_VALUE).stream()
                .filter(row -> row.getValue().redSince() != null)
                .count();
        return String.format(
                Locale.ROOT,
                "Streamgauge demo   simulated time %s   events %,d   repositories %d   main red in %d",
                feed.now().truncatedTo(ChronoUnit.MINUTES),
                feed.events(),
                board.repositories(),
                red);
    }

    private String table() {
        TableWriter table = new TableWriter(
                "repository", "main", "in review", "oldest", "to deploy", "success", "lead time p50", "p90");
        for (Map.Entry<String, Board.Row> entry : board.busiest(REPOSITORIES)) {
            Board.Row row = entry.getValue();
            LeadTime lead = row.leadTime();
            table.row(
                    entry.getKey(),
                    row.redSince() == null ? "green" : "RED " + age(row.redSince()),
                    row.inReview(),
                    row.oldestReview() == null ? "" : age(row.oldestReview()),
                    row.waitingForDeploy(),
                    success(row.mainBranch()),
                    lead == null ? null : Durations.words(lead.getP50Ms()),
                    lead == null ? null : Durations.words(lead.getP90Ms()));
        }
        return table.toString();
    }

    private static String success(MainBranch week) {
        return week == null || week.getRunSuccessRate() == null
                ? null
                : String.format(Locale.ROOT, "%.0f%% of %d", 100 * week.getRunSuccessRate(), week.getCount());
    }

    private String age(Instant since) {
        return Durations.words(Math.max(0, Duration.between(since, feed.now()).toMillis()));
    }
}
