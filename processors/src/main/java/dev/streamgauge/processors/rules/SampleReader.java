package dev.streamgauge.processors.rules;

import dev.streamgauge.processors.rules.Rule.Sample;
import dev.streamgauge.processors.rules.RulesFile.RuleEntry;
import dev.streamgauge.settings.Setting.Text;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the settings that not every kind has. */
final class SampleReader {

    private static final int BUILDS = 20;
    private static final int CHANGES = 10;
    private static final long WINDOW_MS = Duration.ofDays(1).toMillis();
    /** These have no default: a promise is nothing to guess. */
    private static final List<String> REQUIRED = List.of("objective", "long", "short");

    private final Values values;

    SampleReader(Values values) {
        this.values = values;
    }

    Sample read(RuleEntry entry, Kind kind) {
        requireOwn(entry, kind);
        Integer minimum = minimum(values.count(entry.minimum()), kind);
        Long window = kind.has("window") ? (Long) window(entry) : null;
        Double objective = objective(entry.objective());
        Long longer = values.length(entry.longWindow());
        return new Sample(minimum, window, objective, longer, shortWindow(entry.shortWindow(), longer));
    }

    private void requireOwn(RuleEntry entry, Kind kind) {
        Map<String, Text> given = new LinkedHashMap<>();
        given.put("clear_below", entry.clearBelow());
        given.put("clear_above", entry.clearAbove());
        given.put("minimum", entry.minimum());
        given.put("window", entry.window());
        given.put("objective", entry.objective());
        given.put("long", entry.longWindow());
        given.put("short", entry.shortWindow());
        given.forEach((setting, text) -> {
            if (text != null && !kind.has(setting)) {
                values.mistake(text, "is no setting of kind %s, but of %s".formatted(kind.label(), having(setting)));
            }
            if (text == null && kind.has(setting) && REQUIRED.contains(setting)) {
                values.mistake(entry.kind(), "is %s, which needs '%s'".formatted(kind.label(), setting));
            }
        });
    }

    private static String having(String setting) {
        return String.join(
                ", ",
                Kind.ofRules().stream()
                        .filter(kind -> kind.has(setting))
                        .map(Kind::label)
                        .toList());
    }

    private static Integer minimum(Integer given, Kind kind) {
        if (given != null || !kind.has("minimum")) {
            return given;
        }
        return kind == Kind.BOTTLENECK_MOVED ? CHANGES : BUILDS;
    }

    private long window(RuleEntry entry) {
        Long given = positive(entry.window());
        return given == null ? WINDOW_MS : given;
    }

    private Long positive(Text text) {
        Long given = values.length(text);
        if (given != null && given == 0) {
            values.mistake(text, "should be longer than nothing");
        }
        return given;
    }

    private Double objective(Text text) {
        Double given = values.number(text);
        if (given != null && (given <= 0 || given >= 1)) {
            values.mistake(text, "should be a ratio between 0 and 1, such as 0.95");
        }
        return given;
    }

    private Long shortWindow(Text text, Long longer) {
        Long shorter = positive(text);
        if (shorter != null && longer != null && shorter >= longer) {
            values.mistake(text, "should be shorter than 'long'");
        }
        return shorter;
    }
}
