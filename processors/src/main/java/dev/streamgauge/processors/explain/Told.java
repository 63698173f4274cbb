package dev.streamgauge.processors.explain;

import dev.streamgauge.processors.table.Text;
import java.util.Comparator;

/**
 * The name of an event that tells of a moment.
 *
 * @param source who says so
 * @param eventId as the source names it
 * @param type the name of its schema
 * @param origin where it was found; null: nobody knows
 */
public record Told(String source, String eventId, String type, String origin) implements Comparable<Told> {

    private static final Comparator<Told> ORDER = Comparator.comparing(Told::source, Text.ORDER)
            .thenComparing(Told::eventId, Text.ORDER)
            .thenComparing(Told::type)
            .thenComparing(Told::origin, Comparator.nullsFirst(Text.ORDER));

    @Override
    public int compareTo(Told other) {
        return ORDER.compare(this, other);
    }
}
