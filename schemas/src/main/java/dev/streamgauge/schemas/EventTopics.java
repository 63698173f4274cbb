package dev.streamgauge.schemas;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** Which topic an event belongs to, and under which key. */
public final class EventTopics {

    private static final Map<Class<?>, Topic<String, ? extends SpecificRecord>> BY_CLASS =
            Topics.events().stream().collect(Collectors.toUnmodifiableMap(Topic::valueClass, Function.identity()));

    private EventTopics() {}

    /**
     * The topic of an event.
     *
     * @throws IllegalArgumentException if the record is no event
     */
    public static Topic<String, ? extends SpecificRecord> topicOf(SpecificRecord event) {
        Topic<String, ? extends SpecificRecord> topic = BY_CLASS.get(event.getClass());
        if (topic == null) {
            throw new IllegalArgumentException(event.getSchema().getFullName() + " is not an event");
        }
        return topic;
    }

    /** The key of an event in its topic: the repository, by which all that belongs together stays together. */
    public static String keyOf(SpecificRecord event) {
        return (String) event.get(event.getSchema().getField("repository").pos());
    }
}
