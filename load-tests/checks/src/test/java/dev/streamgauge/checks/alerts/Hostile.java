package dev.streamgauge.checks.alerts;

import dev.streamgauge.generator.Histories;
import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.generator.event.Envelope;
import dev.streamgauge.generator.event.EventTimes;
import dev.streamgauge.oracle.AlertOracle.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** Hostile histories, stretched to weeks or months. Events arrive late, overtake each other, and now and then come as history, all at once. */
final class Hostile {

    private static final List<Long> FACTORS = List.of(24L, 144L);
    private static final List<Long> LONG_FACTORS = List.of(144L, 600L);
    private static final long MINUTE_MS = 60_000;
    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private final Clock clock;
    private final Dice dice;
    private final Stretched stretched;

    private Hostile(Clock clock, long seed) {
        this.clock = clock;
        this.dice = new Dice(Dice.mix(seed + 17));
        this.stretched = new Stretched(dice.pick(clock.equals(Clocks.YEAR) ? LONG_FACTORS : FACTORS));
    }

    /** The arrivals of a seed, in their order. */
    static List<Arrival> history(Clock clock, long seed) {
        return new Hostile(clock, seed).arrivals(seed);
    }

    /** The same with each event delivered again, soon or months later. */
    static List<Arrival> doubled(Clock clock, List<Arrival> arrivals, Dice dice) {
        List<Arrival> doubled = new ArrayList<>(arrivals);
        for (Arrival arrival : arrivals) {
            long later = arrival.at() + (dice.chance(0.5) ? dice.between(0, DAY_MS) : dice.between(0, 60 * DAY_MS));
            doubled.add(new Arrival(Clocks.besideLooks(clock, later, dice), arrival.event()));
        }
        Collections.sort(doubled);
        return doubled;
    }

    private List<Arrival> arrivals(long seed) {
        List<Arrival> arrivals = new ArrayList<>();
        Earlier earlier = new Earlier(dice);
        for (SpecificRecordBase drawn : Histories.small(seed)) {
            SpecificRecordBase event = stretched.of(drawn);
            arrivals.add(sent(event));
            if (dice.chance(0.4)) {
                earlier.than(event).ifPresent(before -> arrivals.add(sent(before)));
            }
        }
        List<Arrival> received = dice.chance(0.4) ? backfilled(arrivals) : arrivals;
        Collections.sort(received);
        return received;
    }

    private Arrival sent(SpecificRecordBase event) {
        return received(event, EventTimes.latest(event) + delay());
    }

    /** Less than what makes it history. */
    private long delay() {
        return switch (dice.weighted(5, 3, 2)) {
            case 0 -> dice.between(0, 20 * MINUTE_MS);
            case 1 -> dice.between(0, 600 * MINUTE_MS);
            default ->
                dice.between(
                        0, clock.history().toMillis() - 2 * clock.interval().toMillis());
        };
    }

    private Arrival received(SpecificRecordBase event, long at) {
        long moment = Clocks.besideLooks(clock, at, dice);
        event.put(Envelope.RECEIVED_AT, Instant.ofEpochMilli(moment));
        return new Arrival(moment, event);
    }

    /** What one repository had to tell until some days before a moment comes in that moment. */
    private List<Arrival> backfilled(List<Arrival> arrivals) {
        String repository = arrivals.get(0).repository();
        long late = Stretched.MIDDLE.toEpochMilli() + dice.between(0, 20 * DAY_MS);
        long moment = Clocks.besideLooks(clock, late, dice);
        long before = moment - clock.history().toMillis() - DAY_MS;
        List<Arrival> all = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            boolean old = arrival.repository().equals(repository) && EventTimes.latest(arrival.event()) < before;
            all.add(old ? received(arrival.event(), moment) : arrival);
        }
        return all;
    }
}
