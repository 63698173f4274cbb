package dev.streamgauge.connectors.connect.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.connectors.connect.testkit.Records;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.schemas.Topics;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StructsTest {

    static Stream<Class<?>> records() {
        return Topics.all().stream()
                .<Class<?>>flatMap(topic -> Stream.of(topic.keyClass(), topic.valueClass()))
                .filter(SpecificRecord.class::isAssignableFrom)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordOfOurTopicsComesBackAsItWas(Class<? extends SpecificRecord> type) {
        // Given
        Records random = new Records(7);

        for (int i = 0; i < 30; i++) {
            SpecificRecord record = random.next(type);

            // When
            Struct struct = Structs.of(record);

            // Then
            struct.validate();
            assertThat(Structs.record(struct)).isEqualTo(record);
        }
    }

    @Test
    void shouldShowTimesAsConnectDoesAndNullsAsOptional() {
        // Given
        CommitPushed push = push();

        // When
        Struct struct = Structs.of(push);

        // Then
        Schema schema = struct.schema();
        assertThat(schema.name()).isEqualTo("dev.streamgauge.events.v1.CommitPushed");
        assertThat(schema.field("occurred_at").schema().name()).isEqualTo(Timestamp.LOGICAL_NAME);
        assertThat(schema.field("before").schema().isOptional()).isTrue();
        assertThat(schema.field("after").schema().isOptional()).isFalse();
        assertThat(schema.field("part").schema().defaultValue()).isEqualTo(1);
        assertThat(struct.get("occurred_at")).isEqualTo(Date.from(push.getOccurredAt()));
        assertThat(struct.getArray("commits")).hasSize(1);
    }

    @Test
    void shouldTakeTheDefaultForAFieldThatATransformationHasDropped() {
        // Given
        Struct whole = Structs.of(push());
        SchemaBuilder less = SchemaBuilder.struct().name(whole.schema().name());
        whole.schema().fields().stream()
                .filter(field -> !List.of("before", "part").contains(field.name()))
                .forEach(field -> less.field(field.name(), field.schema()));
        Struct rest = new Struct(less.build());
        rest.schema().fields().forEach(field -> rest.put(field, whole.get(field.name())));

        // When
        CommitPushed record = (CommitPushed) Structs.record(rest);

        // Then
        assertThat(record)
                .isEqualTo(CommitPushed.newBuilder(push()).setBefore(null).build());
    }

    @Test
    void shouldRefuseAFieldThatWouldBeLost() {
        // Given
        Struct struct = new Struct(SchemaBuilder.struct()
                .name("dev.streamgauge.events.v1.CommitPushed")
                .field("colour", Schema.STRING_SCHEMA)
                .build());

        // Then
        assertThatThrownBy(() -> Structs.record(struct))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("has no field 'colour'");
    }

    @Test
    void shouldRefuseTheRecordsOfOthers() {
        // Given
        Struct struct = new Struct(SchemaBuilder.struct().name("com.acme.Order").build());

        // Then
        assertThatThrownBy(() -> Structs.record(struct))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("com.acme.Order is no record of Streamgauge's topics");
    }

    private static CommitPushed push() {
        Instant at = Instant.parse("2026-03-01T10:00:00.123Z");
        return CommitPushed.newBuilder()
                .setEventId("e")
                .setSource("github")
                .setRepository("github.com/acme/shop")
                .setOccurredAt(at)
                .setReceivedAt(at)
                .setBefore("1".repeat(40))
                .setAfter("2".repeat(40))
                .setCommits(List.of(Commit.newBuilder()
                        .setSha("2".repeat(40))
                        .setAuthoredAt(at)
                        .build()))
                .build();
    }
}
