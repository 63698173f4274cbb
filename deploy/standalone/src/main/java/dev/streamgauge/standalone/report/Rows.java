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
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** The rows of a report, by section. Two runs over the same events have the same rows. */
public final class Rows {

    /** The sections of facts, by name. */
    public static final Map<String, Topic<?, ?>> FACTS = sections(
            "changes", Topics.CHANGES,
            "deliveries", Topics.DELIVERIES,
            "deploys", Topics.DEPLOY_FACTS,
            "red_episodes", Topics.RED_EPISODES);

    /** The sections of aggregates, by name. */
    public static final Map<String, Topic<?, ?>> AGGREGATES = sections(
            "lead_time", Topics.LEAD_TIME,
            "main_branch", Topics.MAIN_BRANCH,
            "time_to_green", Topics.TIME_TO_GREEN,
            "completeness", Topics.COMPLETENESS);

    /** They depend on the order of arrival and on the clock. */
    private static final Set<String> VOLATILE = Set.of("revision", "computed_at");

    private Rows() {}

    private static Map<String, Topic<?, ?>> sections(
            String a, Topic<?, ?> ta, String b, Topic<?, ?> tb, String c, Topic<?, ?> tc, String d, Topic<?, ?> td) {
        Map<String, Topic<?, ?>> sections = new LinkedHashMap<>();
        sections.put(a, ta);
        sections.put(b, tb);
        sections.put(c, tc);
        sections.put(d, td);
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
