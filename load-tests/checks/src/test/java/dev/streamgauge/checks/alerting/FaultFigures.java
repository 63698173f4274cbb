package dev.streamgauge.checks.alerting;

import dev.streamgauge.connectors.alerting.testkit.Heard;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What came of receivers that failed.
 *
 * @param written when each notice's alert was written, by PagerDuty's key; nanoseconds
 */
record FaultFigures(List<Fault> faults, Map<String, Long> written, Times times, Seen seen) {

    private static final Duration PROMPT = Duration.ofSeconds(5);

    /** When it began, when all were mended, and when the certificate was trusted; nanoseconds. */
    record Times(long begin, long mended, long trusted) {}

    /**
     * What others saw.
     *
     * @param letters dead letters
     * @param tlsTried how often the sink says that it failed to reach the one with the certificate
     * @param trapped calls of the receiver that only a redirect leads to
     * @param log of the sink
     */
    record Seen(int letters, long tlsTried, int trapped, String log) {}

    Fault fault(String name) {
        return faults.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Stream<Heard> calls(Fault fault) {
        return Heard.by(fault.receiver()).stream().filter(call -> written.containsKey(call.key()));
    }

    private long mended(Fault fault) {
        return fault.name().equals(Fault.TLS) ? times.trusted() : times.mended();
    }

    /** Its calls while it failed; also those that tell of another receiver. */
    List<Heard> whileFaulty(Fault fault) {
        return Heard.by(fault.receiver()).stream()
                .filter(call -> call.atNanos() - times.begin() >= 0 && call.atNanos() - mended(fault) < 0)
                .toList();
    }

    /** Calls that it refused for good. */
    long refused(Fault fault) {
        return calls(fault).filter(call -> call.status() == 410).count();
    }

    /** What it neither accepted nor refused. */
    Set<String> lost(Fault fault) {
        Set<String> lost = new HashSet<>(written.keySet());
        calls(fault).filter(call -> call.isAccepted() || call.status() == 410).forEach(call -> lost.remove(call.key()));
        return lost;
    }

    /** Notices that it accepted more than once. */
    long acceptedTwice(Fault fault) {
        List<String> keys =
                calls(fault).filter(Heard::isAccepted).map(Heard::key).toList();
        return (long) keys.size() - new HashSet<>(keys).size();
    }

    /** From its mending to the first call, and to the last. */
    Duration afterMending(Fault fault, boolean last) {
        LongStream at = calls(fault)
                .mapToLong(Heard::atNanos)
                .filter(each -> each - mended(fault) >= 0)
                .map(each -> each - mended(fault));
        return Duration.ofNanos((last ? at.max() : at.min()).orElse(0));
    }

    /** Milliseconds from an alert's writing to the call, sorted, of what was written in a time. */
    List<Long> delays(Fault fault, long from, long to) {
        return calls(fault)
                .filter(call -> written.get(call.key()) - from >= 0 && written.get(call.key()) - to < 0)
                .map(call -> (call.atNanos() - written.get(call.key())) / 1_000_000)
                .sorted()
                .toList();
    }

    /** Whether the promise was kept. */
    boolean isWell() {
        Fault well = fault(Fault.WELL);
        List<Long> delays = delays(well, times.begin(), times.mended());
        return faults.stream().allMatch(fault -> lost(fault).isEmpty() && acceptedTwice(fault) == 0)
                && seen.trapped() == 0
                && seen.letters() == refused(fault(Fault.GONE))
                && delays.get(delays.size() - 1) < PROMPT.toMillis()
                && failures(well) == 1;
    }

    /** How often a sound receiver was called to tell that another one refuses. */
    long failures(Fault fault) {
        return Heard.by(fault.receiver()).stream()
                .filter(call -> !written.containsKey(call.key()) && call.key().startsWith("trigger"))
                .count();
    }
}
