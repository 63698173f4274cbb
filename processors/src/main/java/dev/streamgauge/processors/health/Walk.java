package dev.streamgauge.processors.health;

import dev.streamgauge.processors.landings.Position;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.Table;
import java.util.function.Predicate;

/**
 * The builds of one workflow along main. A build is never known before its commit landed, and positions are ordered by landing:
 * so whoever looks ahead for something that was known by a certain time can stop at the first commit that landed later.
 */
final class Walk {

    private final Table<Step> steps;
    private final Key workflow;

    Walk(Table<Step> steps, Key workflow) {
        this.steps = steps;
        this.workflow = workflow;
    }

    void from(Step first, boolean inclusive, Predicate<Step> visitor) {
        Key key = first.key(workflow);
        steps.ascend(inclusive ? key : key.next(), workflow.end(), visitor);
    }

    /** Whether a later commit was green before this failure was known. */
    boolean overtaken(Step failure) {
        boolean[] overtaken = {false};
        Key beyond = beyond(failure.position());
        steps.ascend(beyond, workflow.end(), step -> {
            overtaken[0] = step.green() && step.at() < failure.at();
            return !overtaken[0] && step.position().landedAt() < failure.at();
        });
        return overtaken[0];
    }

    /** The episode that a failure opens. */
    Episode open(String repository, String name, Step opener) {
        Step closer = closer(opener);
        int[] failures = {0};
        from(opener, true, step -> {
            failures[0] += step.green() ? 0 : 1;
            return closer == null || step.compareTo(closer) < 0;
        });
        return new Episode(repository, name, opener, closer, failures[0]);
    }

    private Step closer(Step opener) {
        return firstGreen(opener.key(workflow).next(), opener.at());
    }

    /** The first known success of a commit or a later one; null: there is none. */
    Step firstGreen(Position from) {
        return firstGreen(from.appendTo(workflow), Long.MIN_VALUE);
    }

    private Step firstGreen(Key from, long notBefore) {
        Step[] first = {null};
        steps.ascend(from, workflow.end(), step -> {
            if (first[0] != null && step.position().landedAt() >= first[0].at()) {
                return false;
            }
            if (step.green() && step.at() >= notBefore && (first[0] == null || step.knownBefore(first[0]))) {
                first[0] = step;
            }
            return true;
        });
        return first[0];
    }

    private Key beyond(Position position) {
        return position.appendTo(workflow).end();
    }
}
