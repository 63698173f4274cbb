package dev.streamgauge.checks.performance;

import dev.streamgauge.schemas.json.BadEventException;
import dev.streamgauge.schemas.json.EventJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecord;

/**
 * Builds on main of repositories that have nothing else, so that the n-th of a repository is in its aggregate from when that counts n. What is waited for counts from when it should
 * have been sent: a sender that is late hides nothing.
 */
final class Probes {

    private static final int REPOSITORIES = 200;
    private static final String ORGANISATION = "probe.example/probes";
    private static final String REPOSITORY = ORGANISATION + "/";

    private final long everyNs;
    private final Instant finished;

    /** When an aggregate had each probe, by its number and the clock of {@link System#nanoTime}. */
    private final Map<Long, Long> inRepository = new HashMap<>();

    private final Map<Long, Long> inOrganisation = new HashMap<>();
    private final Map<String, Long> counted = new HashMap<>();
    private long begun;

    /**
     * Which count in the hour of the clock that has just begun.
     *
     * @param everyNs from when one is due to when the next is
     */
    Probes(long everyNs, Instant now) {
        this.everyNs = everyNs;
        this.finished = now.truncatedTo(ChronoUnit.HOURS);
    }

    /** The first one is due then, by the clock of {@link System#nanoTime}. */
    synchronized void begin(long at) {
        begun = at;
    }

    /** One of them, the first has the number 0. */
    SpecificRecord event(long number) {
        String line = """
                {"type": "BuildChanged", "event_id": "probe-%1$d", "source": "probe", "repository": "%2$s", "occurred_at": "%3$s", "received_at": "%3$s",
                 "run_id": "%1$d", "workflow": "ci", "trigger": "push", "branch": "main", "default_branch": "main", "sha": "%1$040x",
                 "state": "finished", "outcome": "success", "finished_at": "%3$s"}
                """.formatted(number, REPOSITORY + number % REPOSITORIES, finished);
        try {
            return EventJson.parse(line);
        } catch (BadEventException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An aggregate counts so many builds of a repository or an organisation, since a moment by the same clock; those of others are nothing to us. */
    synchronized void seen(String name, long count, long at) {
        if (!name.startsWith(ORGANISATION)) {
            return;
        }
        LongStream more = LongStream.range(counted.getOrDefault(name, 0L), count);
        if (name.equals(ORGANISATION)) {
            more.forEach(number -> inOrganisation.put(number, at));
        } else {
            long first = Long.parseLong(name.substring(REPOSITORY.length()));
            more.forEach(each -> inRepository.put(first + each * REPOSITORIES, at));
        }
        counted.merge(name, count, Math::max);
    }

    /** How long those that were due in a span took into the aggregate of their repository. Those that are not there yet count as if they came now. */
    synchronized Waits repositories(long from, long to, long now) {
        return waits(inRepository, from, to, now);
    }

    /** The same for that of the organisation: once it counts n, the n that were due first are in it. */
    synchronized Waits organisation(long from, long to, long now) {
        return waits(inOrganisation, from, to, now);
    }

    private Waits waits(Map<Long, Long> seen, long from, long to, long now) {
        List<Long> over = new ArrayList<>();
        List<Long> waiting = new ArrayList<>();
        long due = begun;
        for (long number = 0; due < to; number++) {
            if (due >= from) {
                Long at = seen.get(number);
                (at == null ? waiting : over).add(((at == null ? now : at) - due) / 1_000);
            }
            due += everyNs;
        }
        return Waits.of(over, waiting);
    }
}
