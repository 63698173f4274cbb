package dev.streamgauge.standalone.topics;

import dev.streamgauge.schemas.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A drift that is the same for several topics. */
public record DriftGroup(String what, Drift.Values values, Drift.Harm harm, Remedy remedy, List<Topic<?, ?>> topics) {

    private record Same(String what, Drift.Values values, Drift.Harm harm, Remedy remedy) {}

    /** All drifts, those that are the same together. */
    public static List<DriftGroup> of(List<Drift> drifts) {
        Map<Same, List<Topic<?, ?>>> same = new LinkedHashMap<>();
        drifts.forEach(drift -> same.computeIfAbsent(
                        new Same(drift.what(), drift.values(), drift.harm(), drift.remedy()), key -> new ArrayList<>())
                .add(drift.topic()));
        return same.entrySet().stream()
                .map(group -> new DriftGroup(
                        group.getKey().what(),
                        group.getKey().values(),
                        group.getKey().harm(),
                        group.getKey().remedy(),
                        List.copyOf(group.getValue())))
                .toList();
    }

    /** Which topics, and how they are. */
    public String says(String prefix) {
        return "%s: %s is %s, should be %s"
                .formatted(
                        topics.stream().map(topic -> topic.name(prefix)).collect(Collectors.joining(", ")),
                        what,
                        values.is(),
                        values.should());
    }
}
