package dev.streamgauge.generator.organisation;

import dev.streamgauge.generator.draw.Dice;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** Build machines by label. There are just enough for a busy hour; now and then most of a label are away, and its queue backs up. */
final class Runners {
    /** By label, how many machines there are per change and day, beside the two that there always are. */
    private static final Map<String, Double> MACHINES =
            new TreeMap<>(Map.of("linux", 0.07, "linux-large", 0.02, "macos", 0.005));

    private static final long PATIENCE = 6 * WorkHours.HOUR;
    private static final double OUTAGE_EVERY_DAYS = 2;
    private static final WorkHours BUSY = new WorkHours(1);

    private final Map<String, PriorityQueue<Long>> freeAt = new TreeMap<>();
    private final Clockwork clock;
    private final Dice dice;

    Runners(Clockwork clock, Dice dice, double changesPerDay) {
        this.clock = clock;
        this.dice = dice;
        MACHINES.forEach((label, share) -> {
            freeAt.put(label, machines(2 + (int) (changesPerDay * share)));
            planOutage(label);
        });
    }

    private PriorityQueue<Long> machines(int count) {
        PriorityQueue<Long> machines = new PriorityQueue<>();
        for (int machine = 0; machine < count; machine++) {
            machines.add(clock.now());
        }
        return machines;
    }

    /** When a build that is ready now can start. No build waits longer than six hours: then somebody adds machines. */
    long start(String label, long duration) {
        PriorityQueue<Long> machines = freeAt.get(label);
        long ready = clock.now() + dice.between(1_000, 20_000);
        long start = Math.min(Math.max(ready, machines.remove()), ready + PATIENCE);
        machines.add(start + duration);
        return start;
    }

    private void planOutage(String label) {
        long next = clock.now() + dice.exponential(OUTAGE_EVERY_DAYS * WorkHours.DAY);
        clock.at(BUSY.next(next, dice), () -> outage(label));
    }

    private void outage(String label) {
        PriorityQueue<Long> machines = freeAt.get(label);
        long back = clock.now() + dice.between(40, 150) * WorkHours.MINUTE;
        for (int away = machines.size() * 4 / 5; away > 0; away--) {
            machines.add(Math.max(back, machines.remove()));
        }
        planOutage(label);
    }
}
