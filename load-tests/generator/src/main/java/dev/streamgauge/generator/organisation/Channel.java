package dev.streamgauge.generator.organisation;

import dev.streamgauge.generator.Emission;
import dev.streamgauge.generator.Faults;
import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.generator.event.Envelope;
import java.time.Instant;
import java.util.PriorityQueue;
import org.apache.avro.specific.SpecificRecordBase;

/** The way from the sources to the doors: it loses, repeats and holds back. Holds no more than what is under way. */
final class Channel {
    private static final long MINUTE = 60_000;

    private final PriorityQueue<Parcel> underway = new PriorityQueue<>();
    private final Faults faults;
    private final Dice dice;
    private long sent;
    private long posted;

    Channel(Faults faults, Dice dice) {
        this.faults = faults;
        this.dice = dice;
    }

    private record Parcel(long at, long order, SpecificRecordBase event) implements Comparable<Parcel> {
        @Override
        public int compareTo(Parcel other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    /** Sends an event off at the moment at which it happened; nobody may change it afterwards. */
    void send(SpecificRecordBase event) {
        if (dice.chance(faults.missing())) {
            return;
        }
        String id = nextId();
        long at = Envelope.occurredAt(event) + dice.between(50, 3_000) + delay();
        post(event, id, at);
        if (dice.chance(faults.duplicates())) {
            post(Envelope.copy(event), dice.chance(0.5) ? id : nextId(), at + dice.between(1, 60 * MINUTE));
        }
    }

    /** Brings an event at once, and once. */
    void hand(SpecificRecordBase event) {
        post(event, nextId(), Envelope.occurredAt(event) + 1);
    }

    private String nextId() {
        return "sim-" + Long.toString(sent++, Character.MAX_RADIX);
    }

    private long delay() {
        if (!dice.chance(faults.outOfOrder())) {
            return 0;
        }
        long longest = faults.maxLateness().toMillis();
        long held = dice.chance(0.8) ? dice.between(MINUTE, 30 * MINUTE) : dice.between(30 * MINUTE, 12 * 60 * MINUTE);
        return Math.min(held, longest);
    }

    private void post(SpecificRecordBase event, String id, long at) {
        Envelope.received(event, id, at);
        underway.add(new Parcel(at, posted++, event));
    }

    boolean isEmpty() {
        return underway.isEmpty();
    }

    /** When the next event arrives. */
    long next() {
        return underway.element().at();
    }

    Emission receive() {
        Parcel parcel = underway.remove();
        return new Emission(Instant.ofEpochMilli(parcel.at()), parcel.event());
    }
}
