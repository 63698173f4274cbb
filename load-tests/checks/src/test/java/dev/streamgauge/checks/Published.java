package dev.streamgauge.checks;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.standalone.cli.TopicReader;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** What is in the topics of facts and aggregates. */
public final class Published {

    private Published() {}

    /** How many records have a revision that is not above all that were published before under their key: what was committed is not published again. */
    @SuppressWarnings("unchecked") // facts and aggregates have records as keys and values
    public static long repeated(TopicReader reader, Topic<?, ?> topic) {
        Map<SpecificRecord, Long> revisions = new HashMap<>();
        long[] repeated = {0};
        reader.each((Topic<SpecificRecord, SpecificRecord>) topic, update -> {
            if (update.value() != null) {
                long revision = Revisions.of(update.value());
                Long before = revisions.put(update.key(), revision);
                repeated[0] += before != null && revision <= before ? 1 : 0;
            }
        });
        return repeated[0];
    }
}
