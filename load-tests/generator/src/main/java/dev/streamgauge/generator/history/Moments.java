package dev.streamgauge.generator.history;

import dev.streamgauge.generator.draw.Dice;
import java.time.Instant;

/**
 * A small alphabet of times around a Monday's midnight, where an hour, a day and a week end at once. Its step is five
 * minutes, the tolerance of the definitions, so that differences of exactly that, and of a millisecond more or less, are common.
 */
final class Moments {
    static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");
    static final long STEP = 300_000;
    private static final long DAY = 86_400_000;

    private final Dice dice;
    private final int slots;

    Moments(Dice dice) {
        this.dice = dice;
        this.slots = 3 + dice.below(20);
    }

    Instant any() {
        Instant moment = at(dice.below(2 * slots + 1) - slots);
        return dice.chance(0.04) ? MIDNIGHT.minusMillis(1) : moment;
    }

    /** A moment near the slot: on it, beside it by a millisecond, within it, or days away. */
    Instant at(int slot) {
        long base = MIDNIGHT.toEpochMilli() + slot * STEP;
        return Instant.ofEpochMilli(
                switch (dice.weighted(14, 2, 2, 2, 1)) {
                    case 0 -> base;
                    case 1 -> base + 1;
                    case 2 -> base - 1;
                    case 3 -> base + dice.below((int) STEP);
                    default -> base + DAY * (dice.below(15) - 7);
                });
    }

    /** The same, one tolerance before or after, or some steps later. */
    Instant near(Instant moment) {
        long shift = switch (dice.weighted(6, 2, 1, 2, 1, 4, 2)) {
            case 0 -> 0;
            case 1 -> STEP;
            case 2 -> STEP + 1;
            case 3 -> -STEP;
            case 4 -> -STEP - 1;
            case 5 -> STEP * dice.below(4);
            default -> dice.below(3) - 1;
        };
        return moment.plusMillis(shift);
    }

    /** Later by none to three steps. */
    Instant after(Instant moment) {
        return moment.plusMillis(STEP * dice.below(4) + (dice.chance(0.2) ? 1 : 0));
    }

    int slots() {
        return slots;
    }
}
