package dev.streamgauge.standalone.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicPlanTest {

    private static final long MINUTE = 60_000;

    @Test
    void whatIsAsInTheCatalogueNeedsNothing() {
        // Given
        Map<Topic<?, ?>, Found> all = new HashMap<>();
        Topics.all().forEach(topic -> all.put(topic, found(topic)));

        // When
        TopicPlan plan = TopicPlan.of(Topics.all(), new Present(3, all), Optional.empty());

        // Then
        assertThat(plan.isNothing()).isTrue();
    }

    @Test
    void whatIsMissingIsCreatedAsInTheCatalogue() {
        // When
        TopicPlan plan = TopicPlan.of(List.of(Topics.RULES, Topics.COMMITS), nothing(), Optional.of((short) 3));

        // Then
        assertThat(plan.missing())
                .containsExactly(
                        new Creation(Topics.RULES, 1, Optional.of((short) 3)),
                        new Creation(Topics.COMMITS, 4, Optional.of((short) 3)));
    }

    @Test
    void aTopicOfEventsGetsAsManyPartitionsAsTheOthersHave() {
        // Given
        Present present = new Present(1, Map.of(Topics.BUILDS, partitions(Topics.BUILDS, 12)));

        // When
        TopicPlan plan = TopicPlan.of(List.of(Topics.COMMITS, Topics.CHANGES), present, Optional.empty());

        // Then
        assertThat(plan.missing()).extracting(Creation::partitions).containsExactly(12, 4);
    }

    @Test
    void topicsOfEventsThatDifferAreDangerousAndNothingMendsThem() {
        // Given
        Present present = new Present(
                1, Map.of(Topics.BUILDS, partitions(Topics.BUILDS, 12), Topics.COMMITS, found(Topics.COMMITS)));

        // When
        List<Drift> drifts = TopicPlan.of(List.of(Topics.BUILDS, Topics.COMMITS), present, Optional.empty())
                .drifts();

        // Then
        Drift drift = only(drifts);
        assertThat(drift.topic()).isEqualTo(Topics.COMMITS);
        assertThat(drift.values()).isEqualTo(new Drift.Values("4", "12"));
        assertThat(drift.harm().dangerous()).isTrue();
        assertThat(drift.isMended()).isFalse();
        assertThat(drift.remedy().says()).contains("never changed, because keys would move");
    }

    @Test
    void fewerPartitionsThanOursAreToldAndMoreAreNot() {
        assertThat(only(drifts(Topics.CHANGES, partitions(Topics.CHANGES, 2)))
                        .harm()
                        .dangerous())
                .isFalse();
        assertThat(drifts(Topics.CHANGES, partitions(Topics.CHANGES, 12))).isEmpty();
    }

    @Test
    void rulesHaveOnePartition() {
        assertThat(only(drifts(Topics.RULES, partitions(Topics.RULES, 4)))
                        .harm()
                        .dangerous())
                .isTrue();
        assertThat(drifts(Topics.DEAD_LETTERS, partitions(Topics.DEAD_LETTERS, 4)))
                .isEmpty();
    }

    @Test
    void compactionThatIsOffIsSwitchedOn() {
        for (String policy : List.of("delete", "compact,delete")) {
            // When
            Drift drift = only(drifts(Topics.CHANGES, with(Topics.CHANGES, "cleanup.policy", policy)));

            // Then
            assertThat(drift.remedy()).isEqualTo(new Remedy.Sets("cleanup.policy", "compact"));
            assertThat(drift.harm().dangerous()).isTrue();
            assertThat(drift.harm().means()).contains("misses what still holds");
        }
    }

    @Test
    void compactedEventsWouldBeLost() {
        // When
        Drift drift = only(drifts(Topics.BUILDS, with(Topics.BUILDS, "cleanup.policy", "compact,delete")));

        // Then
        assertThat(drift.remedy()).isEqualTo(new Remedy.Sets("cleanup.policy", "delete"));
        assertThat(drift.harm().means()).contains("only the last record of each key is kept");
    }

    @Test
    void theTimeOfArrivalIsTheBrokers() {
        // When
        Drift drift = only(drifts(Topics.BUILDS, with(Topics.BUILDS, "message.timestamp.type", "CreateTime")));

        // Then
        assertThat(drift.remedy()).isEqualTo(new Remedy.Sets("message.timestamp.type", "LogAppendTime"));
        assertThat(drifts(Topics.CHANGES, with(Topics.CHANGES, "message.timestamp.type", "CreateTime")))
                .isEmpty();
    }

    @Test
    void aRetentionThatIsShorterIsDriftAndALongerOneIsFine() {
        // Given
        long ours = Topics.EVENT_RETENTION.toMillis();

        // Then
        assertThat(drifts(Topics.BUILDS, retained(ours - 1))).hasSize(1);
        assertThat(drifts(Topics.BUILDS, retained(ours))).isEmpty();
        assertThat(drifts(Topics.BUILDS, retained(ours + 1))).isEmpty();
        assertThat(drifts(Topics.BUILDS, retained(-1))).isEmpty();
    }

    @Test
    void aRetentionThatSomebodyChoseStays() {
        // Given
        Found usual = retained(MINUTE);
        Found chosen = new Found(4, 3, usual.config(), Set.of("retention.ms"));

        // Then
        assertThat(only(drifts(Topics.BUILDS, usual)).isMended()).isTrue();
        assertThat(only(drifts(Topics.BUILDS, chosen)).isMended()).isFalse();
        assertThat(only(drifts(Topics.BUILDS, chosen)).remedy().says())
                .contains("kafka-configs.sh", "retention.ms=7776000000");
    }

    @Test
    void tombstonesStayForAWeek() {
        assertThat(only(drifts(Topics.CHANGES, with(Topics.CHANGES, "delete.retention.ms", "86400000")))
                        .remedy())
                .isEqualTo(new Remedy.Sets("delete.retention.ms", "604800000"));
    }

    @Test
    void oneReplicaIsTooFewWhereThereAreSeveralBrokers() {
        // Given
        Found alone = new Found(4, 1, found(Topics.CHANGES).config(), Set.of());
        Map<Topic<?, ?>, Found> topics = Map.of(Topics.CHANGES, alone);

        // When
        TopicPlan many = TopicPlan.of(List.of(Topics.CHANGES), new Present(3, topics), Optional.empty());
        TopicPlan one = TopicPlan.of(List.of(Topics.CHANGES), new Present(1, topics), Optional.empty());

        // Then
        assertThat(only(many.drifts()).what()).isEqualTo("replicas");
        assertThat(only(many.drifts()).isMended()).isFalse();
        assertThat(one.isNothing()).isTrue();
    }

    @Test
    void oneBrokerAloneMayNotAcknowledge() {
        assertThat(only(drifts(Topics.CHANGES, with(Topics.CHANGES, "min.insync.replicas", "1")))
                        .remedy())
                .isEqualTo(new Remedy.Sets("min.insync.replicas", "2"));
        assertThat(only(drifts(Topics.CHANGES, with(Topics.CHANGES, "min.insync.replicas", "3")))
                        .isMended())
                .isFalse();
        assertThat(drifts(Topics.CHANGES, with(Topics.CHANGES, "min.insync.replicas", "2")))
                .isEmpty();
    }

    @Test
    void whatIsTheSameForManyTopicsIsToldOnce() {
        // Given
        Map<Topic<?, ?>, Found> topics = new HashMap<>();
        Topics.facts().forEach(topic -> topics.put(topic, with(topic, "cleanup.policy", "delete")));
        TopicPlan plan = TopicPlan.of(Topics.facts(), new Present(1, topics), Optional.empty());

        // When
        String text = new PlanText("sg.").drifts("DRIFT", "drift", plan.drifts());

        // Then
        assertThat(text.lines()).hasSize(3);
        assertThat(text)
                .startsWith("DRIFT     sg.changes.v1, sg.deliveries.v1, ")
                .contains(": cleanup.policy is delete, should be compact\n")
                .endsWith("          -> topics apply sets cleanup.policy=compact\n");
    }

    private static List<Drift> drifts(Topic<?, ?> topic, Found found) {
        return TopicPlan.of(List.of(topic), new Present(3, Map.of(topic, found)), Optional.empty())
                .drifts();
    }

    private static Drift only(List<Drift> drifts) {
        assertThat(drifts).hasSize(1);
        return drifts.get(0);
    }

    private static Present nothing() {
        return new Present(3, Map.of());
    }

    private static Found found(Topic<?, ?> topic) {
        return partitions(topic, topic.partitions());
    }

    private static Found partitions(Topic<?, ?> topic, int partitions) {
        Map<String, String> config = new HashMap<>(topic.config());
        config.put("min.insync.replicas", "2");
        config.put("max.message.bytes", "1048588");
        return new Found(partitions, 3, config, Set.of());
    }

    private static Found with(Topic<?, ?> topic, String name, String value) {
        Map<String, String> config = new HashMap<>(found(topic).config());
        config.put(name, value);
        return new Found(topic.partitions(), 3, config, Set.of());
    }

    private static Found retained(long millis) {
        return with(Topics.BUILDS, "retention.ms", Long.toString(millis));
    }
}
