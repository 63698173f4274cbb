package dev.streamgauge.schemas.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.aggregates.v1.LeadTime;
import dev.streamgauge.events.v1.Commit;
import dev.streamgauge.events.v1.CommitPushed;
import dev.streamgauge.facts.v1.Change;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.util.ClassSecurityValidator;
import org.junit.jupiter.api.Test;

class RecordModelTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static CommitPushed.Builder push() {
        return CommitPushed.newBuilder()
                .setEventId("e")
                .setSource("git")
                .setRepository("github.com/acme/shop")
                .setOccurredAt(NOON)
                .setReceivedAt(NOON)
                .setAfter("a1");
    }

    private static Commit commit() {
        return Commit.newBuilder()
                .setSha("a1")
                .setAuthoredAt(NOON)
                .setParents(List.of("a0"))
                .build();
    }

    @Test
    void aBuilderFillsADefaultThatIsAnArrayOfRecords() {
        assertThat(push().build().getCommits()).isEmpty();
    }

    @Test
    void aCopyOfARecordWithTimesInAnArrayEqualsIt() {
        // Given
        CommitPushed push = push().setCommits(List.of(commit())).build();

        // When
        CommitPushed copy = CommitPushed.newBuilder(push).build();

        // Then
        assertThat(copy).isEqualTo(push).hasSameHashCodeAs(push);
        assertThat(copy.getCommits()).isNotSameAs(push.getCommits());
    }

    @Test
    void aDecodedRecordEqualsTheEncodedOne() throws Exception {
        // Given
        CommitPushed push = push().setCommits(List.of(commit())).build();

        // When
        CommitPushed decoded = CommitPushed.fromByteBuffer(push.toByteBuffer());

        // Then
        assertThat(decoded).isEqualTo(push);
    }

    @Test
    void onlyRecordsOfTheProjectAreLoaded() {
        // Given
        RecordModel model = new RecordModel();
        Schema noRecord =
                SchemaBuilder.record("dev.streamgauge.schemas.Topics").fields().endRecord();
        Schema unknown = SchemaBuilder.record("dev.streamgauge.facts.v1.Nothing")
                .fields()
                .endRecord();

        // When // Then
        assertThat(model.getClass(Change.getClassSchema())).isEqualTo(Change.class);
        assertThatThrownBy(() -> model.getClass(noRecord)).isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> model.getClass(unknown)).isInstanceOf(SecurityException.class);
    }

    @Test
    void theRestOfTheProcessIsLeftAlone() {
        // Given
        Object before = ClassSecurityValidator.getGlobal();

        // When
        new RecordModel().getClass(Change.getClassSchema());

        // Then
        assertThat(ClassSecurityValidator.getGlobal()).isSameAs(before);
    }

    @Test
    void thePublicSchemaHasNoHintsForJavaAndKeepsTheRest() {
        // Given
        Schema schema = LeadTime.getClassSchema();

        // When
        Schema seen = PublicSchema.of(schema);

        // Then
        assertThat(schema.toString()).contains("avro.java.string");
        assertThat(seen.toString())
                .doesNotContain("avro.java.string")
                .contains("timestamp-millis")
                .contains("\"doc\"");
        assertThat(seen.getFields()).hasSameSizeAs(schema.getFields());
    }
}
