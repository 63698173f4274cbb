package dev.streamgauge.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.oracle.Oracle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;

/**
 * Hostile histories, told apart by the seed in the names of their repositories, teams and organisations: so one question to the oracle, whose
 * answer takes the same time for one history as for fifty, serves them all.
 */
final class Apart {

    private static final Pattern SEED = Pattern.compile("/acme-(-?[0-9]+)(?=/|$)");

    private final Map<Long, List<SpecificRecord>> histories = new LinkedHashMap<>();

    void add(long seed, List<? extends SpecificRecord> history) {
        histories.put(seed, List.copyOf(history));
    }

    Map<Long, List<SpecificRecord>> histories() {
        return histories;
    }

    /** All of their events. */
    List<SpecificRecord> events() {
        return histories.values().stream().flatMap(List::stream).toList();
    }

    /** What the oracle says of each, by seed. */
    Map<Long, Batch> batches(Oracle oracle) {
        Batch all = Batch.of(oracle, events());
        Map<Long, Map<String, List<ObjectNode>>> bySeed = new LinkedHashMap<>();
        all.sections()
                .forEach((section, rows) ->
                        rows.forEach(row -> bySeed.computeIfAbsent(seed(row), seed -> new LinkedHashMap<>())
                                .computeIfAbsent(section, name -> new ArrayList<>())
                                .add(row)));
        Map<Long, Batch> batches = new LinkedHashMap<>();
        histories.keySet().forEach(seed -> batches.put(seed, new Batch(bySeed.getOrDefault(seed, Map.of()))));
        return batches;
    }

    /** Aggregates have a name, of a repository or a roll-up; all else has a repository. */
    private static long seed(ObjectNode row) {
        JsonNode name = row.has("repository") ? row.get("repository") : row.get("name");
        Matcher seed = SEED.matcher(name.asText());
        if (!seed.find()) {
            throw new IllegalArgumentException("Of which history is this: " + row);
        }
        return Long.parseLong(seed.group(1));
    }
}
