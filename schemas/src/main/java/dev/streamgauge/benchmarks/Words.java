package dev.streamgauge.benchmarks;

import dev.streamgauge.benchmarks.Yardstick.Centre;
import dev.streamgauge.benchmarks.Yardstick.Centres;
import dev.streamgauge.benchmarks.Yardstick.Distribution;
import dev.streamgauge.benchmarks.Yardstick.Level;
import dev.streamgauge.benchmarks.Yardstick.Levels;
import dev.streamgauge.benchmarks.Yardstick.Share;
import dev.streamgauge.benchmarks.Yardstick.Target;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says where a value stands. */
final class Words {

    private Words() {}

    static String of(Yardstick yardstick, double value) {
        if (yardstick instanceof Levels levels) {
            return level(levels.levels(), value);
        }
        if (yardstick instanceof Centres centres) {
            return "no ladder; typical are " + centres(centres.centres());
        }
        if (yardstick instanceof Distribution distribution) {
            return share(distribution.shares(), value);
        }
        Target target = (Target) yardstick;
        return "%s %s".formatted(target.text(), target.range().holds(value) ? "is reached" : "is not reached");
    }

    private static String level(List<Level> levels, double value) {
        String names = levels.stream()
                .filter(level -> level.range().holds(value))
                .map(Level::name)
                .collect(Collectors.joining(" or "));
        return names.isEmpty() ? "outside the published levels" : names;
    }

    private static String centres(List<Centre> centres) {
        return centres.stream()
                .map(centre -> "%s %s %%".formatted(centre.name(), percent(centre.value() * 100)))
                .collect(Collectors.joining(", "));
    }

    /** Only the part is known, not the place in it. */
    private static String share(List<Share> shares, double value) {
        double worse = 0;
        for (int i = shares.size() - 1; i >= 0; i--) {
            Share share = shares.get(i);
            if (share.range().holds(value)) {
                return "better than %s %% of the respondents, in the same part as %s %%"
                        .formatted(percent(worse), percent(share.percent()));
            }
            worse += share.percent();
        }
        return "outside the published distribution";
    }

    private static String percent(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
