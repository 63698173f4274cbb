package dev.streamgauge.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.facts.v1.ChangeKey;
import dev.streamgauge.schemas.avro.RecordModel;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {

    @Test
    void everyTopicHasItsOwnVersionedName() {
        // When
        List<String> names = Topics.all().stream().map(Topic::name).toList();

        // Then
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z.-]+\\.v[1-9](\\.revisions)?"));
    }

    @Test
    void eventTopicsAreKeyedByTextHaveOneNumberOfPartitionsAndKeepTheTimeOfArrival() {
        assertThat(Topics.events()).hasSize(7).allSatisfy(topic -> {
            assertThat(topic.keyClass()).isEqualTo(String.class);
            assertThat(topic.partitions()).isEqualTo(Topics.DEFAULT_PARTITIONS);
            assertThat(topic.config()).containsEntry("message.timestamp.type", "LogAppendTime");
        });
    }

    @Test
    void eventsAreForgottenAfterAWhileButNotWhoOwnsARepository() {
        assertThat(Topics.events()).allSatisfy(topic -> {
            boolean owners = topic.equals(Topics.CATALOGUE);
            assertThat(topic.config()).containsEntry("cleanup.policy", owners ? "compact" : "delete");
            assertThat(topic.config().get("retention.ms")).isEqualTo(owners ? null : "7776000000");
        });
    }

    static Stream<Topic<?, ?>> compacted() {
        return Topics.all().stream()
                .filter(topic -> topic.cleanup() == Cleanup.COMPACT)
                .filter(topic -> SpecificRecord.class.isAssignableFrom(topic.keyClass()));
    }

    @ParameterizedTest
    @MethodSource("compacted")
    void theFieldsOfTheKeyComeFirstInTheValue(Topic<?, ?> topic) {
        // Given
        RecordModel model = new RecordModel();
        List<Field> key = model.getSchema(topic.keyClass()).getFields();

        // When
        List<Field> value = model.getSchema(topic.valueClass()).getFields();

        // Then
        assertThat(value.subList(0, key.size()))
                .extracting(Field::name, Field::schema)
                .containsExactlyElementsOf(key.stream()
                        .map(field -> org.assertj.core.groups.Tuple.tuple(field.name(), field.schema()))
                        .toList());
        assertThat(topic.config()).containsOnlyKeys("cleanup.policy", "delete.retention.ms");
    }

    @Test
    void theUserMayChangePrefixPartitionsAndRetention() {
        // When
        Topic<?, BuildChanged> topic = Topics.BUILDS.withPartitions(12).withRetention(Duration.ofDays(7));

        // Then
        assertThat(topic.name("acme.")).isEqualTo("acme.events.builds.v1");
        assertThat(topic.partitions()).isEqualTo(12);
        assertThat(topic.config()).containsEntry("retention.ms", "604800000").hasSize(3);
    }

    @Test
    void aCompactedTopicHasNoRetention() {
        assertThatThrownBy(() -> Topics.CHANGES.withRetention(Duration.ofDays(1)))
                .hasMessageContaining("belongs to a topic with cleanup DELETE");
    }

    @Test
    void anEventKnowsItsTopicAndAFactHasNone() {
        assertThat(EventTopics.topicOf(new BuildChanged())).isEqualTo(Topics.BUILDS);
        assertThatThrownBy(() -> EventTopics.topicOf(new ChangeKey()))
                .hasMessageContaining("ChangeKey is not an event");
    }
}
