package dev.streamgauge.checks.performance;

import dev.streamgauge.schemas.json.BadEventException;
import dev.streamgauge.schemas.json.EventJson;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Iterator;
import java.util.Queue;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecord;

/**
 * Many change requests that are open at once, and what goes on with them: nearly all of it with those of the newest that are still open. One is opened for each that is merged and deployed, so
 * that their number stays. Without an end.
 */
final class OpenChanges implements Iterator<SpecificRecord> {

    /** However many there are: what is summed between two commits must not depend on it. */
    private static final int NEWEST = 5_000;

    private static final double OF_NEWEST = 0.98;
    private static final int STEPS_TO_MERGE = 20;

    private final SplittableRandom random = new SplittableRandom(42);
    private final Queue<SpecificRecord> ready = new ArrayDeque<>();
    private final BitSet merged = new BitSet();
    private final int open;
    private final int repositories;
    private final Instant begin;
    private int opened;
    private long steps;

    /** @param begin about now: what is too old is no longer waited for */
    OpenChanges(int open, int repositories, Instant begin) {
        this.open = open;
        this.repositories = repositories;
        this.begin = begin;
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    /** First all of them are opened, an event each. */
    @Override
    public SpecificRecord next() {
        if (opened < open) {
            return request(opened++, "open", "");
        }
        while (ready.isEmpty()) {
            step();
        }
        return ready.remove();
    }

    private void step() {
        steps++;
        int change = chosen();
        if (steps % STEPS_TO_MERGE == 0) {
            merge(change);
            merged.set(change);
            ready.add(request(opened++, "open", ""));
        } else if (steps % 4 == 0) {
            ready.add(request(
                    change,
                    "open",
                    ", \"reviews\": [{\"reviewer\": \"person-1\", \"actor_class\": \"human\", \"state\": \"approved\", \"submitted_at\": \"%s\"}]"
                            .formatted(now())));
        } else {
            ready.add(build(change, "queued", ""));
            ready.add(build(change, "running", ", \"started_at\": \"%s\"".formatted(now())));
            ready.add(build(
                    change,
                    "finished",
                    ", \"started_at\": \"%1$s\", \"finished_at\": \"%1$s\", \"outcome\": \"success\""
                            .formatted(now())));
        }
    }

    /** One of those that are open. */
    private int chosen() {
        int among = random.nextDouble() < OF_NEWEST ? Math.min(NEWEST, open) : opened;
        int change;
        do {
            change = opened - 1 - random.nextInt(among);
        } while (merged.get(change));
        return change;
    }

    private void merge(long change) {
        ready.add(request(
                change, "merged", ", \"merge_sha\": \"%s\", \"merged_at\": \"%s\"".formatted(sha("b", change), now())));
        ready.add(event("CommitPushed", change, """
                "branch": "main", "default_branch": "main", "after": "%s", "commits": [{"sha": "%1$s", "authored_at": "%s", "request": "%d"}]""".formatted(sha("b", change), now(), change)));
        ready.add(event("BuildChanged", change, """
                "run_id": "m%d", "workflow": "ci", "trigger": "push", "branch": "main", "default_branch": "main", "sha": "%s", "state": "finished", "finished_at": "%s", "outcome": "success\"""".formatted(steps, sha("b", change), now())));
        ready.add(event("DeployChanged", change, """
                "deploy_id": "%d", "environment": "production", "sha": "%s", "state": "finished", "finished_at": "%s", "outcome": "success\"""".formatted(steps, sha("b", change), now())));
    }

    private SpecificRecord request(long change, String state, String more) {
        return event(
                "ReviewChanged", change, """
                "request": "%d", "state": "%s", "author": "person-%d", "source_branch": "work/%1$d", "target_branch": "main", "default_branch": "main", "head_sha": "%s", "commit_shas": ["%4$s"], "opened_at": "%s"%s""".formatted(change, state, change % 1000, sha("a", change), begin, more));
    }

    private SpecificRecord build(long change, String state, String more) {
        return event("BuildChanged", change, """
                "run_id": "%d", "workflow": "ci", "trigger": "pull_request", "branch": "work/%d", "default_branch": "main", "sha": "%s", "request": "%2$d", "state": "%s", "queued_at": "%s"%s""".formatted(steps, change, sha("a", change), state, now(), more));
    }

    private SpecificRecord event(String type, long change, String fields) {
        String line =
                "{\"type\": \"%s\", \"event_id\": \"%d\", \"source\": \"growth\", \"repository\": \"open.example/r/%d\", \"occurred_at\": \"%s\", %s}"
                        .formatted(type, opened + steps, change % repositories, now(), fields);
        try {
            return EventJson.parse(line);
        } catch (BadEventException e) {
            throw new IllegalStateException(line, e);
        }
    }

    /** A thousandth of a second passes with each step. */
    private Instant now() {
        return begin.plusMillis(steps);
    }

    private static String sha(String kind, long change) {
        return kind + "%039x".formatted(change);
    }
}
