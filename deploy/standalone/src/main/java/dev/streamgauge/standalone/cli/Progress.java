package dev.streamgauge.standalone.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Shows on stderr how far some work is: as a bar that moves if that is a terminal, else as a line now and then. Work that is done at
 * once shows nothing. Safe for many threads.
 */
public final class Progress implements AutoCloseable {

    private static final Duration BAR_EVERY = Duration.ofMillis(200);
    private static final Duration LINE_EVERY = Duration.ofSeconds(5);
    private static final int BAR_WIDTH = 24;

    private final String label;
    private final long total;
    private final PrintStream out;
    private final boolean terminal;
    private final Clock clock;
    private final Instant start;
    private Instant shown;
    private long count;
    private int lastLength;

    /** Where to show it. The launcher looks whether stderr is a terminal, because Java cannot. */
    public record Screen(PrintStream out, boolean terminal, Clock clock) {

        public static Screen stderr() {
            return new Screen(System.err, Boolean.getBoolean("streamgauge.terminal"), Clock.systemUTC());
        }
    }

    /** @param total 0 or less: not known */
    public Progress(String label, long total, Screen screen) {
        this.label = label;
        this.total = total;
        this.out = screen.out();
        this.terminal = screen.terminal();
        this.clock = screen.clock();
        this.start = clock.instant();
        this.shown = start;
    }

    /** Some more is done. */
    public synchronized void add(long more) {
        at(count + more);
    }

    /** So much is done, all in all. */
    public synchronized void at(long done) {
        count = done;
        Instant now = clock.instant();
        if (Duration.between(shown, now).compareTo(terminal ? BAR_EVERY : LINE_EVERY) >= 0) {
            shown = now;
            show(now);
        }
    }

    /** Shows the end, if anything was shown. */
    @Override
    public synchronized void close() {
        if (!shown.equals(start)) {
            show(clock.instant());
            if (terminal) {
                out.println();
            }
        }
    }

    private void show(Instant now) {
        String text = describe(Duration.between(start, now));
        if (terminal) {
            String rest = " ".repeat(Math.max(0, lastLength - text.length()));
            lastLength = text.length();
            out.print("\r" + text + rest);
            out.flush();
        } else {
            out.println(text);
        }
    }

    private String describe(Duration elapsed) {
        double rate = count * 1000.0 / Math.max(1, elapsed.toMillis());
        StringBuilder text = new StringBuilder(label).append("  ");
        if (total > 0) {
            text.append(terminal ? bar() + "  " : "")
                    .append(number(count))
                    .append('/')
                    .append(number(total));
        } else {
            text.append(number(count));
        }
        text.append("  ").append(number(Math.round(rate))).append("/s");
        if (total > count && rate > 0) {
            text.append("  ").append(time((long) ((total - count) / rate))).append(" left");
        }
        return text.toString();
    }

    private String bar() {
        int filled = (int) Math.min(BAR_WIDTH, BAR_WIDTH * count / total);
        return "[" + "#".repeat(filled) + "-".repeat(BAR_WIDTH - filled) + "]";
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String time(long seconds) {
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
