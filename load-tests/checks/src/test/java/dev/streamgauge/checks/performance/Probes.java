package dev.streamgauge.checks.performance;

import dev.streamgauge.schemas.json.BadEventException;
import dev.streamgauge.schemas.json.EventJson;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Builds on main of repositories that have nothing else, so that the n-th of a repository is in its aggregate from when that counts n. What is waited for counts from when it should
 * have been sent: a sender that is late hides nothing.
 */
final class Probes {

    private static final int REPOSITORIES = 200;
    private static final String HOST = "probe.example/probes/";

    /** When the probes of each repository should have been sent that nobody has seen yet, by the clock of {@link System#nanoTime}. */
    private final Map<String, Deque<Long>> waiting = new HashMap<>();

    private final Map<String, Long> counted = new HashMap<>();
    private final List<Long> latencies = new ArrayList<>();
    private long sent;

    /** The next one, which should be sent then. */
    synchronized SpecificRecord next(long due) {
        String repository = HOST + sent % REPOSITORIES;
        waiting.computeIfAbsent(repository, first -> new ArrayDeque<>()).add(due);
        return event(repository, sent++);
    }

    private static SpecificRecord event(String repository, long number) {
        String line = """
                {"type": "BuildChanged", "event_id": "probe-%1$d", "source": "probe", "repository": "%2$s", "occurred_at": "%3$s", "received_at": "%3$s",
                 "run_id": "%1$d", "workflow": "ci", "trigger": "push", "branch": "main", "default_branch": "main", "sha": "%1$040x",
                 "state": "finished", "outcome": "success", "finished_at": "%3$s"}
                """.formatted(number, repository, "2025-03-03T06:30:00Z");
        try {
            return EventJson.parse(line);
        } catch (BadEventException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An aggregate counts so many builds of a repository, since a moment by the same clock; other repositories are nothing to us. */
    synchronized void seen(String repository, long count, long at) {
        Deque<Long> times = waiting.get(repository);
        if (times == null) {
            return;
        }
        for (long each = counted.getOrDefault(repository, 0L); each < count; each++) {
            latencies.add((at - times.remove()) / 1_000);
        }
        counted.merge(repository, count, Math::max);
    }

    /** Forgets what it has measured. */
    synchronized void restart() {
        latencies.clear();
    }

    /** How long each probe took that was seen since, in microseconds, ascending. */
    synchronized long[] latencies() {
        return latencies.stream().mapToLong(Long::longValue).sorted().toArray();
    }
}
