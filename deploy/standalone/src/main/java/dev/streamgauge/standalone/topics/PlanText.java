package dev.streamgauge.standalone.topics;

import dev.streamgauge.schemas.Topic;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Plans for people. What is the same for many topics is told once.
 *
 * @param prefix of the topics' names
 */
public record PlanText(String prefix) {

    /** What is to be created, a line each. */
    public String creations(String verb, List<Creation> creations) {
        return creations.stream()
                .map(creation -> "%-9s %s: %d partition%s, %s, %s\n"
                        .formatted(
                                verb,
                                creation.topic().name(prefix),
                                creation.partitions(),
                                creation.partitions() == 1 ? "" : "s",
                                creation.replicas()
                                        .map(replicas -> "replicas " + replicas)
                                        .orElse("the brokers' own number of replicas"),
                                config(creation.topic())))
                .collect(Collectors.joining());
    }

    private static String config(Topic<?, ?> topic) {
        return topic.config().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }

    /**
     * Drifts with what they mean.
     *
     * @param dangerous how to begin those that can lose records, or make results wrong
     * @param nuisance how to begin the others
     */
    public String drifts(String dangerous, String nuisance, List<Drift> drifts) {
        return DriftGroup.of(drifts).stream()
                .map(group -> "%-9s %s\n%-9s %s\n%-9s -> %s\n"
                        .formatted(
                                group.harm().dangerous() ? dangerous : nuisance,
                                group.says(prefix),
                                "",
                                group.harm().means(),
                                "",
                                group.remedy().says()))
                .collect(Collectors.joining());
    }

    /** What was set, a line each. */
    public String settings(String verb, List<Drift> mended) {
        return mended.stream()
                .map(drift -> "%-9s %s: %s=%s, was %s\n"
                        .formatted(
                                verb,
                                drift.topic().name(prefix),
                                drift.what(),
                                drift.values().should(),
                                drift.values().is()))
                .collect(Collectors.joining());
    }
}
