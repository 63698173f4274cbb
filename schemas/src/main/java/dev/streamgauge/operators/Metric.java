package dev.streamgauge.operators;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A metric of Streamgauge itself, with what operators are told of it.
 *
 * @param name with dots, as in OpenTelemetry
 * @param unit of its values
 * @param labels their names with dots; each has a bounded number of values
 * @param meaning a sentence or two, Markdown
 * @param whenBad what is bad, and what to do then; empty: it is neither good nor bad
 */
public record Metric(String name, Kind kind, Unit unit, List<String> labels, String meaning, String whenBad) {

    /** What its values do. */
    public enum Kind {
        /** Only grows, while the process lives. */
        COUNTER("_total"),
        GAUGE(""),
        /** Counts values in buckets; {@code _max} beside it is the greatest of the last minutes. */
        HISTOGRAM("");

        private final String suffix;

        Kind(String suffix) {
            this.suffix = suffix;
        }

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is counted. */
    public enum Unit {
        /** A number of what the name says. */
        NUMBER("", ""),
        SECONDS("_seconds", "seconds"),
        BYTES("_bytes", "bytes");

        private final String suffix;
        private final String base;

        Unit(String suffix, String base) {
            this.suffix = suffix;
            this.base = base;
        }

        /** As Micrometer's base unit; empty: none. */
        public String base() {
            return base;
        }
    }

    public Metric {
        labels = List.copyOf(labels);
    }

    /** A histogram of durations. */
    public static Metric histogram(String name, List<String> labels, String meaning, String whenBad) {
        return new Metric(name, Kind.HISTOGRAM, Unit.SECONDS, labels, meaning, whenBad);
    }

    /** Its name at {@code /metrics}; a histogram's series end in {@code _bucket}, {@code _count}, {@code _sum} and {@code _max}. */
    public String exposed() {
        return exposed(name) + unit.suffix + kind.suffix;
    }

    private static String exposed(String dotted) {
        return dotted.replace('.', '_');
    }

    /** A table in Markdown, with its heading. */
    public static String markdown(List<Metric> metrics) {
        StringBuilder table = new StringBuilder("""
                | metric | type | labels | what it means | when it is bad |
                |---|---|---|---|---|
                """);
        for (Metric metric : metrics) {
            String labels = metric.labels.stream()
                    .map(label -> "`" + exposed(label) + "`")
                    .collect(Collectors.joining(", "));
            table.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(metric.exposed(), metric.kind.label(), labels, metric.meaning, metric.whenBad));
        }
        return table.toString();
    }
}
