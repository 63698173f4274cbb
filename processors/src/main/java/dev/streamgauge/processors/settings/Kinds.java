package dev.streamgauge.processors.settings;

import dev.streamgauge.processors.definitions.Baseline;
import dev.streamgauge.processors.rules.Length;
import dev.streamgauge.settings.flat.Kind;
import java.time.Duration;

/** How values are written here: lengths as in rules, and numbers that may be absent. */
final class Kinds {

    private Kinds() {}

    static Kind<?>[] all() {
        return new Kind<?>[] {
            new Kind<>(Duration.class, "a length above 0 such as 10s, 5m, 2h or 14d", Kinds::length),
            new Kind<>(Integer.class, "a whole number, 0 or above", Kinds::count),
            new Kind<>(Short.class, "a whole number above 0", Kinds::replicas),
            new Kind<>(Baseline.class, "a period such as 2026-01-01/2026-02-01, longer than nothing", Kinds::baseline),
            new Kind<>(Profiles.class, "circleci, devlake or both, separated by a comma", Profiles::parse)
        };
    }

    private static Duration length(String text) {
        Long ms = Length.parse(text);
        return ms == null || ms == 0 ? null : Duration.ofMillis(ms);
    }

    private static Integer count(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.valueOf(text) : null;
    }

    private static Short replicas(String text) {
        return text.matches("[1-9][0-9]{0,2}") ? Short.valueOf(text) : null;
    }

    private static Baseline baseline(String text) {
        try {
            return Baseline.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
