package dev.streamgauge.generator;

import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.generator.history.Looks;
import dev.streamgauge.generator.history.Writer;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Hostile histories for property tests. Each is a valid input (no event is refused) of one to three repositories in which hashes, request
 * numbers, run ids and times come from small alphabets, so that everything collides: several landings in one instant, requests that share a commit,
 * commits with two bringers, fork points that move, builds and deploys that finish again otherwise, first deploys that arrive last.
 * Requests promote others and are stacked, deploys go forward and back, incidents name what they can, owners change,
 * looks at one source contradict each other.
 * Nothing in them depends on the order of the list. The name of each repository, team and organisation has a part {@code acme-<seed>}, so
 * histories of several seeds can be computed together.
 */
public final class Histories {
    private Histories() {}

    /** From 30 to 300 events, mostly nearer to 30, and some looks at sources. The same seed always gives the same list. */
    public static List<SpecificRecordBase> small(long seed) {
        Dice dice = new Dice(seed);
        double skew = dice.unit();
        return Looks.among(new Writer(seed).write(30 + (int) (skew * skew * 271)), seed);
    }

    /** From 3 to 25 events, and some looks at sources: where a failure is easier to understand. The same seed always gives the same list. */
    public static List<SpecificRecordBase> tiny(long seed) {
        return Looks.among(new Writer(seed).write(3 + new Dice(seed).below(23)), seed);
    }
}
