package dev.streamgauge.generator.organisation;

import dev.streamgauge.generator.draw.Dice;
import java.util.List;

/** How builds end. */
final class Outcomes {
    private static final List<String> ALL = List.of(
            "success",
            "failure",
            "cancelled",
            "infrastructure_error",
            "timed_out",
            "skipped",
            "neutral",
            "stale",
            "startup_failure",
            "action_required");

    private Outcomes() {}

    /** A flaky test fails three in a hundred of the good ones; a request's first tries fail more often. */
    static String draw(boolean broken, boolean onMain, Dice dice) {
        if (broken) {
            return dice.chance(0.93) ? "failure" : "timed_out";
        }
        double failing = onMain ? 30 : 120;
        return ALL.get(dice.weighted(850, failing, 25, 12, 6, 10, 4, 2, 2, 2));
    }

    /** Whether somebody tries again. */
    static boolean again(String outcome, boolean broken, Dice dice) {
        return switch (outcome) {
            case "infrastructure_error", "startup_failure" -> dice.chance(0.85);
            case "failure", "timed_out" -> dice.chance(broken ? 0.25 : 0.6);
            case "cancelled" -> dice.chance(0.2);
            default -> false;
        };
    }
}
