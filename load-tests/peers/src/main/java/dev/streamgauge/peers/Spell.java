package dev.streamgauge.peers;

/** How a commit fared in one workflow: its first failure, and its first success. */
public final class Spell {

    /** {@link Milestones#NEVER}, or milliseconds since 1970. */
    public long red = Milestones.NEVER;

    public long green = Milestones.NEVER;

    /** False: it was known. */
    boolean take(Sighting build) {
        long first = build.success ? green : red;
        if (first <= build.moment) {
            return false;
        }
        if (build.success) {
            green = build.moment;
        } else {
            red = build.moment;
        }
        return true;
    }

    /** Null: it was not red, is not green, or was green at first. */
    Contribution timeToGreen() {
        return green == Milestones.NEVER || green <= red ? null : Contribution.at(green, green - red);
    }
}
