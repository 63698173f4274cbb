package dev.streamgauge.checks.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A line of figures, drawn by Mermaid in whatever shows the page. */
final class Plot {

    private final String title;
    private final String across;
    private final String up;
    private final List<String> places = new ArrayList<>();
    private final List<String> figures = new ArrayList<>();

    /**
     * Without a point as yet.
     *
     * @param across what differs, with its unit
     * @param up what was measured, with its unit
     */
    Plot(String title, String across, String up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    void add(long place, double figure) {
        places.add("\"%,d\"".formatted(place));
        figures.add(String.format(Locale.ROOT, "%.1f", figure));
    }

    /** For a page of Markdown. */
    String text() {
        return """

                ```mermaid
                xychart-beta
                  title "%s"
                  x-axis "%s" [%s]
                  y-axis "%s" 0 --> %s
                  line [%s]
                ```
                """.formatted(title, across, String.join(", ", places), up, top(), String.join(", ", figures));
    }

    private String top() {
        double greatest =
                figures.stream().mapToDouble(Double::parseDouble).max().orElse(1);
        return String.format(Locale.ROOT, "%.0f", Math.ceil(1.1 * greatest));
    }
}
