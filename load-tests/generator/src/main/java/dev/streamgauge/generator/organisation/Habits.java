package dev.streamgauge.generator.organisation;

import dev.streamgauge.generator.draw.Dice;

/** How a repository merges: the weight of each way. Most have one way that they like. */
record Habits(double squash, double merge, double rebase, double queue, double direct) {
    /** Of a branch that gathers work: nobody pushes to it, so that all that is promoted is a request's. */
    static final Habits GATHERING = new Habits(3, 2, 0, 0, 0);

    static Habits draw(Dice dice) {
        return switch (dice.weighted(5, 3, 1, 2)) {
            case 0 -> new Habits(20, 1, 1, 0, 2);
            case 1 -> new Habits(2, 20, 1, 0, 2);
            case 2 -> new Habits(1, 1, 15, 0, 3);
            default -> new Habits(1, 0, 0, 20, 0.5);
        };
    }

    boolean pushesDirectly(Dice dice) {
        return dice.chance(direct / (squash + merge + rebase + queue + direct));
    }
}
