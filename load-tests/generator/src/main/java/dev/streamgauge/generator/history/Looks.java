package dev.streamgauge.generator.history;

import dev.streamgauge.events.v1.SourceChecked;
import dev.streamgauge.generator.draw.Dice;
import dev.streamgauge.generator.event.Blank;
import dev.streamgauge.generator.event.Envelope;
import dev.streamgauge.generator.event.EventTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Looks at what sources sent, put among the events of a history: of few instants, so that several are of one, which contradict each other in one field or in
 * more. They have dice of their own: the rest of the history is as it would be without them.
 */
public final class Looks {
    private static final long OWN = 0x5EED_0F_100C5L;
    private static final long MINUTE = 60_000;
    private static final int MOST = 12;
    /** The second never speaks itself. */
    private static final List<String> SOURCES = List.of("github", "gitlab");

    private final Dice dice;
    private final List<String> repositories;
    private final String prefix;

    private Looks(long seed, List<SpecificRecordBase> history) {
        this.dice = new Dice(Dice.mix(seed ^ OWN));
        this.prefix = "h" + seed + "-look-";
        // Of the first, nothing else may be known.
        this.repositories = Stream.concat(
                        Stream.of("github.com/acme-" + seed + "/quiet"),
                        history.stream().map(Envelope::repository))
                .distinct()
                .toList();
    }

    /** The history with none to twelve looks in it. */
    public static List<SpecificRecordBase> among(List<SpecificRecordBase> history, long seed) {
        Looks looks = new Looks(seed, history);
        List<SpecificRecordBase> all = new ArrayList<>(history);
        for (int look = looks.dice.below(MOST + 1); look > 0; look--) {
            all.add(looks.dice.below(all.size() + 1), looks.draw(look));
        }
        return all;
    }

    private SourceChecked draw(int number) {
        int repository = dice.weighted(1, 6, 2);
        SourceChecked look = Blank.look(repositories.get(Math.min(repository, repositories.size() - 1)));
        Envelope.happened(look, dice.pick(SOURCES), at(dice.below(3)).toEpochMilli());
        look.setCheckedSince(dice.chance(0.3) ? null : at(-1000 - dice.below(2)));
        look.setMissingSince(dice.chance(0.4) ? null : at(-1 - dice.below(3)));
        look.setWaiting(dice.chance(0.6) ? 0 : dice.below(3));
        look.setLost(dice.chance(0.7) ? 0 : dice.below(3));
        Envelope.received(look, prefix + number, EventTimes.latest(look) + dice.between(-4 * MINUTE, 10 * MINUTE));
        return look;
    }

    private static Instant at(int step) {
        return Moments.MIDNIGHT.plusMillis(Moments.STEP * step);
    }
}
