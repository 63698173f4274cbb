package dev.streamgauge.schemas.testkit;

import dev.streamgauge.schemas.Topics;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** The records that others read: the keys and values of the catalogue. */
public final class PublicRecords {

    private PublicRecords() {}

    public static List<Class<? extends SpecificRecord>> all() {
        return Topics.all().stream()
                .flatMap(topic -> Stream.of(topic.keyClass(), topic.valueClass()))
                .filter(SpecificRecord.class::isAssignableFrom)
                .<Class<? extends SpecificRecord>>map(type -> type.asSubclass(SpecificRecord.class))
                .toList();
    }
}
