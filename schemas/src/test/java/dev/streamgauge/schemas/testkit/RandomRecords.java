package dev.streamgauge.schemas.testkit;

import dev.streamgauge.schemas.avro.RecordModel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Random records of any class, the same for the same seed. Their texts are allowed in the JSON form. */
public final class RandomRecords {

    private static final RecordModel MODEL = new RecordModel();
    private static final List<String> TEXTS = List.of(
            "x",
            "main",
            "réf/ß",
            "日本語",
            "\uD83D\uDE80 go",
            "a \"quoted\" \\ text\n\t",
            "\u0000",
            "#142",
            "z".repeat(300));
    private static final Map<String, List<String>> WORDS = Map.of(
            "actor_class", List.of("human", "bot", "agent"),
            "ai_evidence", List.of("agent-authored", "assisted", "no-evidence"),
            "trigger", List.of("push", "schedule", "pull_request", "merge_group", "manual", "other"),
            "outcome", List.of("success", "failure", "cancelled"),
            "Review.state", List.of("commented", "approved", "changes_requested", "dismissed"),
            "ReviewChanged.state", List.of("draft", "open", "closed", "merged"),
            "BuildChanged.state", List.of("queued", "waiting", "running", "finished"),
            "DeployChanged.state", List.of("pending", "waiting", "running", "finished"),
            "IncidentChanged.state", List.of("open", "resolved"));

    private final Random random;

    public RandomRecords(long seed) {
        random = new Random(seed);
    }

    public <T extends SpecificRecord> T next(Class<T> type) {
        return type.cast(record(MODEL.getSchema(type)));
    }

    private SpecificRecord record(Schema schema) {
        SpecificRecord record = (SpecificRecord) SpecificData.newInstance(MODEL.getClass(schema), schema);
        for (Field field : schema.getFields()) {
            boolean plain = field.hasDefaultValue() && random.nextInt(4) == 0;
            record.put(field.pos(), plain ? MODEL.getDefaultValue(field) : value(field.schema(), schema, field.name()));
        }
        return record;
    }

    private Object value(Schema schema, Schema owner, String field) {
        return switch (schema.getType()) {
            case UNION -> random.nextBoolean() ? null : value(schema.getTypes().get(1), owner, field);
            case STRING -> text(owner, field);
            case INT -> 1 + random.nextInt(Integer.MAX_VALUE - 1);
            case LONG ->
                schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                        ? Instant.ofEpochMilli(random.nextLong(-62_135_596_800_000L, 253_402_300_800_000L))
                        : (Object) random.nextLong(Long.MAX_VALUE);
            case BOOLEAN -> random.nextBoolean();
            case DOUBLE -> random.nextDouble();
            case ARRAY ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> value(schema.getElementType(), owner, field))
                        .toList();
            case MAP -> Map.of("k" + random.nextInt(9), value(schema.getValueType(), owner, field));
            case RECORD -> record(schema);
            default -> throw new IllegalArgumentException(schema.toString());
        };
    }

    private String text(Schema owner, String field) {
        if (field.endsWith("repository") || field.equals("repositories")) {
            return "github.com/acme/shop-" + random.nextInt(10);
        }
        if (field.contains("sha")
                || List.of("parents", "brought_by", "before", "after", "picked_from", "reverts")
                        .contains(field)) {
            return String.format("%040x", random.nextLong(Long.MAX_VALUE));
        }
        List<String> words = WORDS.getOrDefault(owner.getName() + "." + field, WORDS.getOrDefault(field, TEXTS));
        return words.get(random.nextInt(words.size()));
    }
}
