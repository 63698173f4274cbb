package dev.streamgauge.processors.rules;

import dev.streamgauge.processors.rules.Rule.Holding;
import dev.streamgauge.processors.rules.Rule.Limits;
import dev.streamgauge.processors.rules.Rule.Notice;
import dev.streamgauge.processors.rules.Rule.Reach;
import dev.streamgauge.processors.rules.RulesFile.RuleEntry;
import dev.streamgauge.schemas.json.Names;
import dev.streamgauge.settings.Setting.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a rule. */
final class RuleReader {

    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*";
    private static final List<String> TAKEN = List.of("alertname", "severity");

    private final Values values;
    private final String version;

    RuleReader(Values values, String version) {
        this.values = values;
        this.version = version;
    }

    /** The rule; null if it has mistakes that leave nothing to go on with. */
    Rule read(RuleEntry entry) {
        Kind kind = values.choice(entry.kind(), Kind.ofRules());
        Reach reach = reach(entry, kind);
        Holding holding =
                new Holding(or(values.length(entry.holds()), 0L), or(values.length(entry.keepFiringFor()), 0L));
        Notice notice = notice(entry);
        if (kind == null) {
            return null;
        }
        Limits limits = limits(entry, kind);
        Rule.Sample sample = new SampleReader(values).read(entry, kind);
        return entry.name() == null || limits == null
                ? null
                : new Rule(entry.name().text(), kind, reach, limits, holding, notice, sample, version);
    }

    private Reach reach(RuleEntry entry, Kind kind) {
        Level level = or(values.choice(entry.level(), List.of(Level.values())), Level.REPOSITORY);
        if (level != Level.REPOSITORY && kind != null && kind.about() != About.QUEUE) {
            values.mistake(entry.level(), "is for queues: of kind %s there is only repository".formatted(kind.label()));
        }
        return new Reach(level, new ScopeReader(values).of(entry.scope(), kind, level));
    }

    private Limits limits(RuleEntry entry, Kind kind) {
        Double threshold = values.limit(entry.threshold(), kind);
        Double severe = values.limit(entry.severe(), kind);
        Text end = kind.above() ? entry.clearBelow() : entry.clearAbove();
        Double clear = values.limit(end, kind);
        if (threshold == null) {
            return null;
        }
        if (severe != null && !farther(kind, severe, threshold)) {
            values.mistake(entry.severe(), "should be %s the threshold".formatted(kind.above() ? "above" : "below"));
        }
        if (clear != null && farther(kind, clear, threshold)) {
            values.mistake(end, "should not be %s the threshold".formatted(kind.above() ? "above" : "below"));
        }
        requireReachable(entry, kind, threshold);
        return new Limits(threshold, severe, clear == null ? threshold : clear);
    }

    // If everything fails, the objective is missed as fast as it can be.
    private void requireReachable(RuleEntry entry, Kind kind, double threshold) {
        Double objective = kind == Kind.BURN_RATE ? Values.numberIn(entry.objective()) : null;
        if (objective != null && objective < 1 && threshold >= 1 / (1 - objective)) {
            values.mistake(
                    entry.threshold(),
                    "is never passed: with objective %s the rate is %s at most"
                            .formatted(objective, Unit.RATIO.text(1 / (1 - objective))));
        }
    }

    private static boolean farther(Kind kind, double limit, double threshold) {
        return kind.above() ? limit > threshold : limit < threshold;
    }

    private Notice notice(RuleEntry entry) {
        List<Severity> severities = List.of(Severity.values());
        if (entry.severeSeverity() != null && entry.severe() == null) {
            values.mistake(entry.severeSeverity(), "needs 'severe', the threshold beyond which it is so");
        }
        return new Notice(
                or(values.choice(entry.severity(), severities), Severity.TICKET),
                or(values.choice(entry.severeSeverity(), severities), Severity.PAGE),
                labels(entry.labels()),
                text(entry.runbook()),
                summary(entry.summary()));
    }

    private Map<String, String> labels(Map<String, Text> given) {
        Map<String, String> labels = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (!name.matches(LABEL)) {
                values.mistake(value, "should have a name of letters, digits and _, no digit first");
            } else if (TAKEN.contains(name)) {
                values.mistake(value, "is set by the rule itself: choose another name");
            }
            labels.put(name, value.text());
        });
        return labels;
    }

    private String summary(Text summary) {
        if (summary != null) {
            for (String name : Summary.names(summary.text())) {
                if (!Summary.NAMES.contains(name)) {
                    values.mistake(
                            summary,
                            "has {%s}, which is no name, %s".formatted(name, Names.suggest(name, Summary.NAMES)));
                }
            }
        }
        return text(summary);
    }

    private static String text(Text text) {
        return text == null ? null : text.text();
    }

    private static <T> T or(T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
