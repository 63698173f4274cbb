package dev.streamgauge.standalone.topics;

import dev.streamgauge.schemas.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Plans for people. What is the same for many topics is told once.
 *
 * @param prefix of the topics' names
 */
public record PlanText(String prefix) {

    private record Same(String what, Drift.Values values, Drift.Harm harm, Remedy remedy) {}

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
        StringBuilder text = new StringBuilder();
        same(drifts)
                .forEach((same, topics) -> text.append("%-9s %s: %s is %s, should be %s\n%-9s %s\n%-9s -> %s\n"
                        .formatted(
                                same.harm().dangerous() ? dangerous : nuisance,
                                String.join(", ", topics),
                                same.what(),
                                same.values().is(),
                                same.values().should(),
                                "",
                                same.harm().means(),
                                "",
                                same.remedy().says())));
        return text.toString();
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

    private Map<Same, List<String>> same(List<Drift> drifts) {
        Map<Same, List<String>> same = new LinkedHashMap<>();
        drifts.forEach(drift -> same.computeIfAbsent(
                        new Same(drift.what(), drift.values(), drift.harm(), drift.remedy()), key -> new ArrayList<>())
                .add(drift.topic().name(prefix)));
        return same;
    }
}
