package dev.streamgauge.connectors.connect.testkit;

import dev.streamgauge.schemas.avro.RecordModel;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Random records of any generated class, whatever they say; the same for the same seed. */
public final class Records {

    private static final RecordModel MODEL = new RecordModel();

    private final Random random;

    public Records(long seed) {
        random = new Random(seed);
    }

    public SpecificRecord next(Class<? extends SpecificRecord> type) {
        return record(MODEL.getSchema(type));
    }

    private SpecificRecord record(Schema schema) {
        SpecificRecord record = (SpecificRecord) SpecificData.newInstance(MODEL.getClass(schema), schema);
        for (Field field : schema.getFields()) {
            record.put(field.pos(), value(field.schema()));
        }
        return record;
    }

    private Object value(Schema schema) {
        return switch (schema.getType()) {
            case UNION -> random.nextBoolean() ? null : value(schema.getTypes().get(1));
            case STRING -> random.nextInt(3) == 0 ? "" : "ß→\uD83D\uDE80" + random.nextInt();
            case INT -> random.nextInt();
            case LONG -> schema.getLogicalType() == null ? (Object) random.nextLong() : time();
            case BOOLEAN -> random.nextBoolean();
            case DOUBLE -> random.nextDouble();
            case ARRAY ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> value(schema.getElementType()))
                        .toList();
            case MAP -> random.nextBoolean() ? Map.of() : Map.of("ß" + random.nextInt(), value(schema.getValueType()));
            case RECORD -> record(schema);
            default -> throw new IllegalArgumentException(schema.toString());
        };
    }

    private Instant time() {
        return Instant.ofEpochMilli(random.nextLong(-62_135_596_800_000L, 253_402_300_800_000L));
    }
}
