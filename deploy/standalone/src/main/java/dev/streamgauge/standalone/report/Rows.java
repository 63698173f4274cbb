package dev.streamgauge.standalone.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.json.RecordJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;

/** The rows of a report, by section. Two runs over the same events have the same rows. */
public final class Rows {

    /** The sections of facts, by name. */
    public static final Map<String, Topic<?, ?>> FACTS = sections(Topics.facts());

    /** The sections of aggregates, by name. */
    public static final Map<String, Topic<?, ?>> AGGREGATES =
            sections(Stream.concat(Topics.aggregates().stream(), Stream.of(Topics.COMPLETENESS))
                    .toList());

    /** They depend on the order of arrival and on the clock. */
    private static final Set<String> VOLATILE = Set.of("revision", "computed_at");

    private Rows() {}

    /** A section is called as its topic: red-episodes.v1 is red_episodes. */
    private static Map<String, Topic<?, ?>> sections(List<? extends Topic<?, ?>> topics) {
        Map<String, Topic<?, ?>> sections = new LinkedHashMap<>();
        topics.forEach(
                topic -> sections.put(topic.name().replaceAll("\\.v\\d+$", "").replace('-', '_'), topic));
        return sections;
    }

    /** The current records of a topic as rows, sorted by the fields of their key. */
    public static List<ObjectNode> of(
            Collection<? extends SpecificRecord> keys, Map<?, ? extends SpecificRecord> current) {
        NavigableMap<Bytes, SpecificRecord> sorted = new TreeMap<>();
        keys.forEach(key -> sorted.put(KeyOrder.of(key), current.get(key)));
        List<ObjectNode> rows = new ArrayList<>(sorted.size());
        sorted.values().forEach(record -> rows.add(row(record)));
        return rows;
    }

    /** A record as a row. */
    static ObjectNode row(SpecificRecord value) {
        return RecordJson.toJson(value, VOLATILE);
    }
}
