package dev.streamgauge.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.oracle.Oracle;
import dev.streamgauge.schemas.json.BadEventException;
import dev.streamgauge.schemas.json.EventJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Hostile histories, each with owners of its own for its repositories: so one question to the oracle, whose answer takes the same time for one
 * history as for fifty, serves them all.
 */
final class Apart {

    private static final String OWNER = "/acme/";

    private final Map<Long, List<SpecificRecord>> histories = new LinkedHashMap<>();

    void add(long seed, List<? extends SpecificRecord> history) {
        histories.put(
                seed, history.stream().map(event -> renamed(event, owner(seed))).toList());
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
        Map<String, Map<String, List<ObjectNode>>> byOwner = new LinkedHashMap<>();
        all.sections()
                .forEach((section, rows) ->
                        rows.forEach(row -> byOwner.computeIfAbsent(owner(row), owner -> new LinkedHashMap<>())
                                .computeIfAbsent(section, name -> new ArrayList<>())
                                .add(row)));
        Map<Long, Batch> batches = new LinkedHashMap<>();
        histories.keySet().forEach(seed -> batches.put(seed, new Batch(byOwner.getOrDefault(owner(seed), Map.of()))));
        return batches;
    }

    private static String owner(long seed) {
        return "/acme-" + seed + "/";
    }

    private static String owner(ObjectNode row) {
        String repository = row.get("repository").asText();
        return repository.substring(repository.indexOf('/'), repository.lastIndexOf('/') + 1);
    }

    private static SpecificRecord renamed(SpecificRecord event, String owner) {
        try {
            return EventJson.parse(EventJson.write(event).replace(OWNER, owner));
        } catch (BadEventException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
