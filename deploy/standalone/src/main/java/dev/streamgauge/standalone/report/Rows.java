package dev.streamgauge.standalone.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.schemas.json.RecordJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

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
        List<SpecificRecord> sorted = new ArrayList<>(keys);
        sorted.sort(Rows::compare);
        List<ObjectNode> rows = new ArrayList<>(sorted.size());
        for (SpecificRecord key : sorted) {
            rows.add(RecordJson.toJson(current.get(key), VOLATILE));
        }
        return rows;
    }

    private static int compare(SpecificRecord a, SpecificRecord b) {
        for (Schema.Field field : a.getSchema().getFields()) {
            int order = FIELD.compare(a.get(field.pos()), b.get(field.pos()));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static final Comparator<Object> FIELD = (a, b) -> {
        if (a instanceof Instant left && b instanceof Instant right) {
            return left.compareTo(right);
        }
        if (a instanceof Integer left && b instanceof Integer right) {
            return left.compareTo(right);
        }
        return Arrays.compareUnsigned(utf8(a), utf8(b));
    };

    private static byte[] utf8(Object text) {
        return text.toString().getBytes(UTF_8);
    }
}
