package dev.streamgauge.processors.health;

import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.Tables;
import java.util.function.Predicate;

/**
 * The builds of workflows along main. A build is never known before its commit landed, and positions are ordered by landing: so
 * whoever looks ahead for something that was known by a certain time can stop at the first commit that landed later. Who looks for a
 * success looks among the successes, because main may be red for years.
 */
final class Walk {

    static final TableSpec<Step> STEPS =
            new TableSpec<>("main-health", "main-walk", Step.class, "the remembered successes and failures on main");
    static final TableSpec<Step> GREENS =
            new TableSpec<>("main-health", "main-walk-greens", Step.class, "the remembered successes on main");

    private final Table<Step> steps;
    private final Table<Step> greens;

    Walk(Tables tables) {
        this.steps = tables.table(STEPS);
        this.greens = tables.table(GREENS);
    }

    void add(Key workflow, Step step) {
        steps.put(step.key(workflow), step);
        if (step.green()) {
            greens.put(step.key(workflow), step);
        }
    }

    void remove(Key workflow, Step step) {
        steps.remove(step.key(workflow));
        if (step.green()) {
            greens.remove(step.key(workflow));
        }
    }

    void forget(Key workflow, Step step) {
        steps.forget(step.key(workflow));
        if (step.green()) {
            greens.forget(step.key(workflow));
        }
    }

    /** Whether a step is a success, and the last of those before some moment. */
    boolean isLastGreenBefore(Key workflow, Step step, long moment) {
        if (!step.green()) {
            return false;
        }
        Step next = greens.first(step.key(workflow).next(), workflow.end());
        return next == null || next.at() >= moment;
    }

    void from(Key workflow, Step first, boolean inclusive, Predicate<Step> visitor) {
        Key key = first.key(workflow);
        steps.ascend(inclusive ? key : key.next(), workflow.end(), visitor);
    }

    /** What was built from a step up to, but not including, another one (null: to the end). */
    Tally tally(Key workflow, Step from, Step to) {
        Tally[] tally = {Tally.NONE};
        Key end = to == null ? workflow.end() : to.key(workflow);
        steps.ascend(from.key(workflow), end, step -> {
            tally[0] = tally[0].plus(step, 1);
            return true;
        });
        return tally[0];
    }

    /** Whether a later commit was green before this failure was known. */
    boolean overtaken(Key workflow, Step failure) {
        boolean[] overtaken = {false};
        Key beyond = failure.position().appendTo(workflow).end();
        greens.ascend(beyond, workflow.end(), green -> {
            overtaken[0] = green.at() < failure.at();
            return !overtaken[0] && green.position().landedAt() < failure.at();
        });
        return overtaken[0];
    }

    /** The success that ends what a failure opens; null: there is none. */
    Step closer(Key workflow, Step opener) {
        return firstGreen(workflow, opener.key(workflow).next(), opener.at());
    }

    /** The first known success of a commit or a later one; null: there is none. */
    Step firstGreen(Key workflow, Position from) {
        return firstGreen(workflow, from.appendTo(workflow), Long.MIN_VALUE);
    }

    private Step firstGreen(Key workflow, Key from, long notBefore) {
        Step[] first = {null};
        greens.ascend(from, workflow.end(), green -> {
            if (first[0] != null && green.position().landedAt() >= first[0].at()) {
                return false;
            }
            if (green.at() >= notBefore && (first[0] == null || green.knownBefore(first[0]))) {
                first[0] = green;
            }
            return true;
        });
        return first[0];
    }
}
