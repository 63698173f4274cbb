package dev.streamgauge.processors.telemetry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Values of labels that come from outside, bounded in number and in length: whoever names a workflow must not fill the memory of all who scrape. */
final class BoundedValues {

    /** For all that are too many. */
    static final String OTHER = "other";

    private static final int MOST_LETTERS = 100;

    private final int limit;
    private final Map<String, Set<List<String>>> known = new ConcurrentHashMap<>();

    /** @param limit how many combinations each metric may have, beside that of the others */
    BoundedValues(int limit) {
        this.limit = limit;
    }

    /** The values as they may be used with a metric: as they are but cut, or {@code other} for each if the metric has too many. */
    List<String> of(String metric, List<String> values) {
        if (values.isEmpty()) {
            return values;
        }
        List<String> cut = new ArrayList<>();
        values.forEach(value -> cut.add(cut(value)));
        Set<List<String>> taken = known.computeIfAbsent(metric, name -> ConcurrentHashMap.newKeySet());
        if (taken.contains(cut)) {
            return cut;
        }
        synchronized (taken) { // Two threads may see the last free place.
            return taken.size() < limit && taken.add(List.copyOf(cut))
                    ? cut
                    : taken.contains(cut) ? cut : Collections.nCopies(values.size(), OTHER);
        }
    }

    private static String cut(String value) {
        return value.codePointCount(0, value.length()) <= MOST_LETTERS
                ? value
                : value.substring(0, value.offsetByCodePoints(0, MOST_LETTERS));
    }
}
