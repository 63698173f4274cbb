package dev.streamgauge.checks;

import dev.streamgauge.generator.draw.Dice;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What a network and its retries do to events: any order, any repetition. */
final class Disorder {

    private Disorder() {}

    /** Each event from once to three times, in an order of the dice. */
    static List<SpecificRecord> of(List<? extends SpecificRecord> events, Dice dice) {
        List<SpecificRecord> arriving = new ArrayList<>();
        for (SpecificRecord event : events) {
            for (int times = 1 + dice.below(3); times > 0; times--) {
                arriving.add(event);
            }
        }
        return shuffled(arriving, dice);
    }

    /** Each event twice, in an order of the dice. */
    static List<SpecificRecord> doubled(List<? extends SpecificRecord> events, Dice dice) {
        List<SpecificRecord> arriving = new ArrayList<>(events);
        arriving.addAll(events);
        return shuffled(arriving, dice);
    }

    /** The same events in an order of the dice. */
    static List<SpecificRecord> shuffled(List<? extends SpecificRecord> events, Dice dice) {
        List<SpecificRecord> mixed = new ArrayList<>(events);
        for (int last = mixed.size() - 1; last > 0; last--) {
            int other = dice.below(last + 1);
            SpecificRecord moved = mixed.set(last, mixed.get(other));
            mixed.set(other, moved);
        }
        return mixed;
    }
}
