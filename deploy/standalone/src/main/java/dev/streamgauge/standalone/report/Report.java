package dev.streamgauge.standalone.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.cli.TopicReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Every fact and aggregate, as the topics have them. Two runs over the same events have the same report, byte for byte; ages are as of
 * the last event. A section is read when it is asked for, and not kept: a large report has more rows than fit into memory at once.
 */
public final class Report {

    private final TopicReader reader;
    private final DeadLetters deadLetters = new DeadLetters();

    private Report(TopicReader reader) {
        this.reader = reader;
        reader.each(Topics.DEAD_LETTERS, deadLetters::add);
    }

    /** A report of the topics as they are. */
    public static Report read(TopicReader reader) {
        return new Report(reader);
    }

    /** The rows of one section of {@link Rows}, sorted. */
    @SuppressWarnings("unchecked") // facts and aggregates have records as keys and values
    public List<ObjectNode> section(String name) {
        Topic<?, ?> topic = Rows.FACTS.containsKey(name) ? Rows.FACTS.get(name) : Rows.AGGREGATES.get(name);
        Map<SpecificRecord, SpecificRecord> latest = reader.latest((Topic<SpecificRecord, SpecificRecord>) topic);
        return Rows.of(latest.keySet(), latest);
    }

    /** The rows of all sections, at once: for small reports. */
    public Map<String, List<ObjectNode>> sections() {
        Map<String, List<ObjectNode>> sections = new LinkedHashMap<>();
        Rows.FACTS.keySet().forEach(name -> sections.put(name, section(name)));
        Rows.AGGREGATES.keySet().forEach(name -> sections.put(name, section(name)));
        return sections;
    }

    /** What was refused. */
    public DeadLetters deadLetters() {
        return deadLetters;
    }
}
