package dev.streamgauge.standalone.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.cli.TableWriter;
import dev.streamgauge.standalone.cli.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Every fact and aggregate, as the topics have them. Two runs over the same events have the same report, byte for byte; ages are as of
 * the last event.
 */
public final class Report {

    private final Map<String, List<ObjectNode>> sections = new LinkedHashMap<>();
    private final DeadLetters deadLetters = new DeadLetters();

    private Report() {}

    /** Reads the topics to their ends. */
    public static Report read(TopicReader reader) {
        Report report = new Report();
        Rows.FACTS.forEach((name, topic) -> report.sections.put(name, rows(reader, topic)));
        Rows.AGGREGATES.forEach((name, topic) -> report.sections.put(name, rows(reader, topic)));
        reader.each(Topics.DEAD_LETTERS, report.deadLetters::add);
        return report;
    }

    @SuppressWarnings("unchecked") // facts and aggregates have records as keys and values
    private static List<ObjectNode> rows(TopicReader reader, Topic<?, ?> topic) {
        Map<SpecificRecord, SpecificRecord> latest = reader.latest((Topic<SpecificRecord, SpecificRecord>) topic);
        return Rows.of(latest.keySet(), latest);
    }

    /** The rows by section, sorted. */
    public Map<String, List<ObjectNode>> sections() {
        return sections;
    }

    /** How many inputs were refused; repetitions of one are one. */
    public long refused() {
        return deadLetters.total();
    }

    private Instant asOf() {
        return sections.get("completeness").stream()
                .map(row -> Instant.parse(row.get("last_event_at").asText()))
                .max(Instant::compareTo)
                .orElse(null);
    }

    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Instant asOf = asOf();
        json.put("definition", "1");
        json.put("as_of", asOf == null ? null : asOf.toString());
        ObjectNode facts = json.putObject("facts");
        Rows.FACTS.keySet().forEach(name -> facts.putArray(name).addAll(sections.get(name)));
        ObjectNode aggregates = json.putObject("aggregates");
        Rows.AGGREGATES.keySet().forEach(name -> aggregates.putArray(name).addAll(sections.get(name)));
        ArrayNode red = json.putObject("now").putArray("red");
        stillRed(asOf).forEach(red::add);
        json.set("dead_letters", deadLetters.toJson());
        return json;
    }

    private List<ObjectNode> stillRed(Instant asOf) {
        List<ObjectNode> red = new ArrayList<>();
        for (ObjectNode episode : sections.get("red_episodes")) {
            if (episode.get("ended_at").isNull()) {
                ObjectNode row = JsonNodeFactory.instance.objectNode();
                row.set("repository", episode.get("repository"));
                row.set("workflow", episode.get("workflow"));
                row.set("red_since", episode.get("started_at"));
                Instant since = Instant.parse(episode.get("started_at").asText());
                row.put("red_for_ms", Duration.between(since, asOf).toMillis());
                red.add(row);
            }
        }
        return red;
    }

    /** How many rows each section has. */
    public String summary() {
        TableWriter table = new TableWriter("what", "records");
        sections.forEach((name, rows) -> table.row(name.replace('_', ' '), rows.size()));
        table.row("dead letters", refused());
        return table.toString();
    }
}
