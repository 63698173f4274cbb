package dev.streamgauge.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.oracle.Comparison;
import dev.streamgauge.oracle.Oracle;
import dev.streamgauge.schemas.json.EventJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** What the oracle says of some events: the truth that the stream must reach. */
public record Batch(Map<String, List<ObjectNode>> sections) {

    private static final int SHOWN = 10;

    public static Batch of(Oracle oracle, List<? extends SpecificRecord> events) {
        return new Batch(oracle.compute(events.stream().map(EventJson::write).toList()));
    }

    /** Fails, in words, if the stream says something else. */
    public void requireEqual(Map<String, List<ObjectNode>> streamed, String situation) {
        difference(streamed).ifPresent(difference -> {
            throw new AssertionError(situation + ": " + difference);
        });
    }

    /** What else the stream says, in words; empty: nothing. */
    Optional<String> difference(Map<String, List<ObjectNode>> streamed) {
        Comparison comparison = Comparison.of(streamed, sections);
        return comparison.agrees()
                ? Optional.empty()
                : Optional.of("the stream differs from the batch in %d places%n%s"
                        .formatted(comparison.differences().size(), comparison.describe(SHOWN)));
    }
}
