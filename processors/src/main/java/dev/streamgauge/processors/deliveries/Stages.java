package dev.streamgauge.processors.deliveries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Where the time of a delivered change went: the lengths sum to its change lead time.
 *
 * @param lengthsMs per stage, in the order of the flow, milliseconds
 * @param occurred per stage
 * @param mergeQueueMs of merge, the time in a merge queue; null: none
 * @param approvalWaitMs of deploy wait, the time at an approval; null: none
 */
public record Stages(List<Long> lengthsMs, List<Boolean> occurred, Long mergeQueueMs, Long approvalWaitMs) {

    /**
     * The stages of a delivered change (docs/metrics.md, section 2). Times are epoch milliseconds.
     *
     * @param start the first author date, not after the delivery
     * @param ends of each stage in the order of the flow, null: never; the last one, the delivery, is known
     * @param queued the passes through a merge queue
     * @param approval the time at the delivering deploy's approval; null: none was requested
     */
    static Stages of(long start, List<Long> ends, List<Span> queued, Span approval) {
        long[] due = due(ends);
        long delivered = due[due.length - 1];
        List<Span> spans = new ArrayList<>();
        List<Boolean> occurred = new ArrayList<>();
        long reached = start;
        for (int i = 0; i < due.length; i++) {
            spans.add(new Span(reached, Math.max(reached, due[i])));
            occurred.add(i == 0 || endedItself(ends.get(i - 1), delivered, due[i]));
            reached = spans.get(i).to();
        }
        Span merge = spans.get(Stage.MERGE.place());
        Span wait = spans.get(Stage.DEPLOY_WAIT.place());
        boolean waited = approval != null && occurred.get(Stage.DEPLOY_WAIT.place());
        return new Stages(
                spans.stream().map(Span::lengthMs).toList(),
                Collections.unmodifiableList(occurred),
                queued.isEmpty() ? null : (Long) merge.coveredBy(queued),
                waited ? (Long) wait.coveredBy(List.of(approval)) : null);
    }

    /** When each stage is over at the latest: with its own end, or a later stage's. */
    private static long[] due(List<Long> ends) {
        long[] due = new long[ends.size()];
        Arrays.fill(due, ends.get(due.length - 1));
        for (int i = due.length - 2; i >= 0; i--) {
            due[i] = ends.get(i) == null ? due[i + 1] : Math.min(ends.get(i), due[i + 1]);
        }
        return due;
    }

    /** Whether a stage ended with its own end, and not because a later one's came first. What comes after the delivery counts with it. */
    private static boolean endedItself(Long end, long delivered, long next) {
        return end != null && Math.min(end, delivered) <= next;
    }

    public long lengthMs(Stage stage) {
        return lengthsMs.get(stage.place());
    }

    public boolean occurred(Stage stage) {
        return occurred.get(stage.place());
    }

    /** The sum of the lengths, milliseconds. */
    public long totalMs() {
        return lengthsMs.stream().mapToLong(Long::longValue).sum();
    }
}
