package dev.streamgauge.checks.alerting;

import dev.streamgauge.connectors.alerting.testkit.Heard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All calls that a receiver got, held against what it should have heard: of each fingerprint these keys, in this order. */
record Calls(List<Heard> heard, Map<String, List<String>> expected) {

    /** What it never accepted. */
    Set<String> lost() {
        Set<String> lost =
                expected.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
        heard.stream().filter(Heard::isAccepted).map(Heard::key).forEach(lost::remove);
        return lost;
    }

    /** Calls beyond the first under the same key. */
    long repeats() {
        return heard.size() - heard.stream().map(Heard::key).distinct().count();
    }

    /** Keys that nobody expects. */
    Set<String> strange() {
        Set<String> strange = heard.stream().map(Heard::key).collect(Collectors.toCollection(TreeSet::new));
        expected.values().forEach(strange::removeAll);
        return strange;
    }

    /** Alerts that were told of in another order, repetitions left out. */
    List<String> disordered() {
        Map<String, List<String>> told = new HashMap<>();
        for (Heard call : heard) {
            List<String> keys = told.computeIfAbsent(call.fingerprint(), any -> new ArrayList<>());
            if (keys.isEmpty() || !keys.get(keys.size() - 1).equals(call.key())) {
                keys.add(call.key());
            }
        }
        return expected.keySet().stream()
                .filter(fingerprint -> !expected.get(fingerprint).equals(told.get(fingerprint)))
                .sorted()
                .toList();
    }
}
