package dev.streamgauge.peers;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What is known of one commit. Each part is the earliest that was seen: neither order nor repetition matters. */
public final class Milestones {

    /** Later than anything. */
    static final long NEVER = Long.MAX_VALUE;

    /** Milliseconds since 1970, as all of these. */
    public long landed = NEVER;

    public long delivered = NEVER;

    /** When each attempt of a run ended. */
    public Map<String, Long> builds = new HashMap<>();

    /** By workflow. */
    public Map<String, Spell> spells = new HashMap<>();

    /**
     * Learns from a sighting.
     *
     * @param changes takes what it does to aggregates
     * @return false: nothing was new
     */
    boolean take(Sighting seen, Consumer<Tally> changes) {
        return switch (seen.kind) {
            case LANDED -> lead(seen.repository, Math.min(landed, seen.moment), delivered, changes);
            case DELIVERED -> lead(seen.repository, landed, Math.min(delivered, seen.moment), changes);
            case BUILT -> build(seen, changes);
        };
    }

    private boolean lead(String repository, long firstLanded, long firstDelivered, Consumer<Tally> changes) {
        if (firstLanded == landed && firstDelivered == delivered) {
            return false;
        }
        Contribution before = leadTime();
        landed = firstLanded;
        delivered = firstDelivered;
        Metric.LEAD_TIME.move(repository, before, leadTime(), changes);
        return true;
    }

    private Contribution leadTime() {
        return delivered == NEVER || delivered < landed ? null : Contribution.at(delivered, delivered - landed);
    }

    // A build that is known brings nothing new to its workflow either.
    private boolean build(Sighting seen, Consumer<Tally> changes) {
        String build = seen.run + '#' + seen.attempt;
        Long known = builds.get(build);
        if (known != null && known <= seen.moment) {
            return false;
        }
        builds.put(build, seen.moment);
        long success = seen.success ? 1 : 0;
        Contribution before = known == null ? null : Contribution.at(known, success);
        Metric.MAIN_BUILDS.move(seen.repository, before, Contribution.at(seen.moment, success), changes);
        spell(seen, changes);
        return true;
    }

    private void spell(Sighting seen, Consumer<Tally> changes) {
        Spell spell = spells.computeIfAbsent(seen.workflow, first -> new Spell());
        Contribution before = spell.timeToGreen();
        if (spell.take(seen)) {
            Metric.TIME_TO_GREEN.move(seen.repository, before, spell.timeToGreen(), changes);
        }
    }
}
