package dev.streamgauge.standalone.backfill;

import dev.streamgauge.connectors.connect.backfill.Backfill.Turn;
import dev.streamgauge.connectors.connect.backfill.BackfillProgress;
import dev.streamgauge.connectors.connect.polling.http.RateBudget;
import dev.streamgauge.standalone.cli.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Shows on stderr how a backfill goes: as a bar that moves if that is a terminal, else as a line now and then. One thread's. */
public final class BackfillView implements AutoCloseable {

    private static final Duration BAR_EVERY = Duration.ofMillis(500);
    private static final Duration LINE_EVERY = Duration.ofSeconds(10);
    private static final int BAR_WIDTH = 24;

    private final Progress.Screen screen;
    private Instant shown;
    private int lastLength;

    public BackfillView(Progress.Screen screen) {
        this.screen = screen;
        this.shown = screen.clock().instant();
    }

    void at(BackfillProgress progress) {
        show(progress, "");
    }

    void waits(BackfillProgress progress, Turn.Wait wait) {
        String why = wait.limited() ? "waits for the limit of calls" : "waits, the provider has trouble";
        show(progress, "  %s until %s".formatted(why, wait.until().truncatedTo(ChronoUnit.SECONDS)));
    }

    private void show(BackfillProgress progress, String more) {
        Instant now = screen.clock().instant();
        if (Duration.between(shown, now).compareTo(screen.terminal() ? BAR_EVERY : LINE_EVERY) < 0) {
            return;
        }
        shown = now;
        String text = describe(progress) + more;
        if (screen.terminal()) {
            screen.out().print("\r" + text + " ".repeat(Math.max(0, lastLength - text.length())));
            screen.out().flush();
            lastLength = text.length();
        } else {
            screen.out().println(text);
        }
    }

    /** How it goes, in a line. */
    static String describe(BackfillProgress progress) {
        int filled = (int) (BAR_WIDTH * Math.max(0, Math.min(1, progress.fraction())));
        return "[%s%s]  %.0f %%  %,d/%,d streams  %,d events%s%s"
                .formatted(
                        "#".repeat(filled),
                        "-".repeat(BAR_WIDTH - filled),
                        Math.floor(100 * progress.fraction()),
                        progress.streams().done(),
                        progress.streams().total(),
                        progress.events(),
                        budget(progress.budget()),
                        progress.eta() == null ? "" : "  " + time(progress.eta()) + " left");
    }

    private static String budget(RateBudget.State budget) {
        if (budget == null || budget.remaining() == null) {
            return "";
        }
        String limit = budget.limit() == null ? "" : String.format(Locale.ROOT, "/%,d", budget.limit());
        return String.format(Locale.ROOT, "  %,d%s calls left", budget.remaining(), limit);
    }

    private static String time(Duration left) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", left.toHours(), left.toMinutesPart(), left.toSecondsPart());
    }

    @Override
    public void close() {
        if (screen.terminal() && lastLength > 0) {
            screen.out().println();
        }
    }
}
