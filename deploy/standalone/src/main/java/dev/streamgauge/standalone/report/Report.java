package dev.streamgauge.standalone.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import dev.streamgauge.standalone.cli.TopicReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Every fact and aggregate, as the topics have them. Two runs over the same events have the same report, byte for byte; ages are as of
 * the last event. A section is read when it is asked for, and its rows are handed out one by one: a large report has more rows than fit into memory.
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

    /**
     * Hands out the rows of one section of {@link Rows}, sorted.
     *
     * @throws IOException if there is no place for them on the disk
     */
    @SuppressWarnings("unchecked") // facts and aggregates have records as keys and values
    public void each(String name, Consumer<ObjectNode> row) throws IOException {
        Topic<?, ?> topic = Rows.FACTS.containsKey(name) ? Rows.FACTS.get(name) : Rows.AGGREGATES.get(name);
        read((Topic<SpecificRecord, SpecificRecord>) topic, row);
    }

    private <K extends SpecificRecord, V extends SpecificRecord> void read(Topic<K, V> topic, Consumer<ObjectNode> row)
            throws IOException {
        try (CurrentRecords current = new CurrentRecords();
                Deserializer<K> keys = reader.deserializer(topic.keyClass(), true);
                Deserializer<V> values = reader.deserializer(topic.valueClass(), false)) {
            reader.raw(
                    List.of(topic),
                    partitions -> partition -> true,
                    records -> {},
                    found -> current.put(keys.deserialize(found.topic(), found.key()), found.value()));
            current.each(value -> row.accept(Rows.row(values.deserialize(topic.name(), value))));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What was refused. */
    public DeadLetters deadLetters() {
        return deadLetters;
    }
}
