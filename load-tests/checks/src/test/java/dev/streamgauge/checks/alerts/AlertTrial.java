package dev.streamgauge.checks.alerts;

import dev.streamgauge.oracle.AlertOracle;
import dev.streamgauge.oracle.AlertOracle.Clock;
import dev.streamgauge.oracle.Fired;
import dev.streamgauge.schemas.json.EventJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A history on a wall clock, and what the oracle says fires: exactly that must fire.
 *
 * @param name for messages
 * @param rules the text of a file of rules, in JSON
 */
public record AlertTrial(String name, Clock clock, String rules, List<Arrival> arrivals, SortedSet<Fired> expected) {

    private static final int SHOWN = 10;
    private static final int ASKED_AT_ONCE = 8;

    /** The hostile histories of these seeds; one question to the oracle serves several. */
    public static List<AlertTrial> hostile(Clock clock, List<Long> seeds) {
        List<AlertTrial> trials = new ArrayList<>();
        for (int from = 0; from < seeds.size(); from += ASKED_AT_ONCE) {
            trials.addAll(few(clock, seeds.subList(from, Math.min(from + ASKED_AT_ONCE, seeds.size()))));
        }
        return trials;
    }

    private static List<AlertTrial> few(Clock clock, List<Long> seeds) {
        Map<Long, List<Arrival>> histories = new LinkedHashMap<>();
        seeds.forEach(seed -> histories.put(seed, Hostile.history(clock, seed)));
        List<Arrival> together =
                histories.values().stream().flatMap(List::stream).toList();
        SortedSet<Fired> all = oracle(clock, ExactRules.JSON, together);
        List<AlertTrial> trials = new ArrayList<>();
        histories.forEach((seed, arrivals) -> trials.add(
                new AlertTrial("history " + seed, clock, ExactRules.JSON, arrivals, of(all, "/acme-" + seed + "/"))));
        return trials;
    }

    /** A history alone. */
    static AlertTrial of(String name, Clock clock, String rules, List<Arrival> arrivals) {
        return new AlertTrial(name, clock, rules, arrivals, oracle(clock, rules, arrivals));
    }

    private static SortedSet<Fired> oracle(Clock clock, String rules, List<Arrival> arrivals) {
        List<String> lines = arrivals.stream()
                .map(arrival -> EventJson.write(arrival.event()))
                .toList();
        try (AlertOracle oracle = AlertOracle.open(clock, ExactRules.SETTINGS)) {
            return oracle.fired(lines, rules);
        }
    }

    private static SortedSet<Fired> of(SortedSet<Fired> all, String owner) {
        return all.stream()
                .filter(fired -> (fired.whose() + "/").contains(owner))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same with other arrivals, which must make no difference. */
    AlertTrial with(List<Arrival> others) {
        return new AlertTrial(name, clock, rules, others, expected);
    }

    /** What else fires, in words; empty: nothing. */
    public Optional<String> difference(Watchers watchers) {
        return difference(watchers.fired(clock, rules, heard()));
    }

    /** What comes after the last look, nobody looks at: neither the oracle nor those who watch. */
    private List<Arrival> heard() {
        long last = clock.last().toEpochMilli();
        return arrivals.stream().filter(arrival -> arrival.at() <= last).toList();
    }

    Optional<String> difference(SortedSet<Fired> fired) {
        List<String> differences = new ArrayList<>();
        expected.stream().filter(each -> !fired.contains(each)).forEach(each -> differences.add("missing: " + each));
        fired.stream().filter(each -> !expected.contains(each)).forEach(each -> differences.add("too many: " + each));
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of("%s: %d of %d episodes differ%n%s"
                        .formatted(
                                name,
                                differences.size(),
                                expected.size(),
                                differences.stream().sorted().limit(SHOWN).collect(Collectors.joining("\n"))));
    }

    @Override
    public String toString() {
        return name;
    }
}
